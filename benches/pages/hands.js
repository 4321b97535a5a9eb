const slider = document.getElementById("slider");
const shown = document.getElementById("shown");
slider.addEventListener("input", () => {
  shown.textContent = `${slider.value} of 10`;
  slider.setAttribute("aria-valuetext", shown.textContent);
});
slider.addEventListener("change", () => {
  localStorage.setItem("value", JSON.stringify({ value: Number(slider.value), at: Date.now(), by: "client" }));
});
