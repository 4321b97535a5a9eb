// Ten lines that do what the first page must: keep what was said, and say what is missing.
const byId = (id) => document.getElementById(id);
const charts = JSON.parse(localStorage.getItem("charts") ?? "[]");
const show = () => byId("list").replaceChildren(...charts.map((chart) => Object.assign(document.createElement("li"), { textContent: chart.name })));
byId("begin").addEventListener("click", () => {
  const name = byId("first-name").value;
  byId("problem").textContent = name === "" ? "Write initials." : "";
  if (name !== "") charts.push({ name, words: byId("first-words").value });
  localStorage.setItem("charts", JSON.stringify(charts));
  show();
});
show();
