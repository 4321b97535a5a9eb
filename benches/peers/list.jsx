// The first page's list and form as somebody would write them in React.
import { useState } from "react";
import { createRoot } from "react-dom/client";

const kept = () => JSON.parse(localStorage.getItem("charts") ?? "[]");

function Charts() {
  const [charts, setCharts] = useState(kept);
  const [name, setName] = useState("");
  const [words, setWords] = useState("");
  const [problem, setProblem] = useState("");
  const begin = (event) => {
    event.preventDefault();
    if (name === "") return setProblem("Write initials.");
    const more = [...charts, { id: charts.length, name, words }];
    localStorage.setItem("charts", JSON.stringify(more));
    setCharts(more);
    setName("");
    setWords("");
    setProblem("");
  };
  return (
    <main>
      <h1>Charts</h1>
      <ul>{charts.map((chart) => <li key={chart.id}>{chart.name}</li>)}</ul>
      <form onSubmit={begin}>
        <label htmlFor="first-name">Initials or a chosen name</label>
        <input id="first-name" value={name} onChange={(event) => setName(event.target.value)} />
        <p id="problem">{problem}</p>
        <label htmlFor="first-words">What would you like to be different?</label>
        <textarea id="first-words" rows="3" value={words} onChange={(event) => setWords(event.target.value)} />
        <button type="submit">Begin</button>
      </form>
    </main>
  );
}

createRoot(document.getElementById("root")).render(<Charts />);
