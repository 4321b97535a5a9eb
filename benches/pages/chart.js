const canvas = document.getElementById("chart");
let seed = 7;
const value = () => 1 + ((seed = (seed * 48271) % 2147483647) % 10);
const points = Array.from({ length: 1000 }, (_, day) => ({ x: day, y: value() }));

function byHand() {
  const pen = canvas.getContext("2d");
  return () => {
    pen.clearRect(0, 0, 600, 300);
    pen.beginPath();
    for (const { x, y } of points) pen.lineTo((x * 600) / points.length, 300 - y * 28);
    pen.stroke();
    for (let y = 1; y <= 10; y += 3) pen.fillText(String(y), 0, 300 - y * 28);
  };
}

function byLibrary() {
  const chart = new Chart(canvas, {
    type: "line",
    data: { datasets: [{ data: points, pointRadius: 0 }] },
    options: { animation: false, parsing: false, scales: { x: { type: "linear" } } },
  });
  return () => chart.update();
}

function start(draw) {
  draw();
  document.getElementById("rate").addEventListener("click", () => {
    points.push({ x: points.length, y: value() });
    draw();
  });
  document.documentElement.dataset.ready = "yes";
}

if (location.search !== "?chartjs") start(byHand());
else {
  const library = Object.assign(document.createElement("script"), { src: "chartjs.js" });
  library.addEventListener("load", () => start(byLibrary()));
  document.head.append(library);
}
