// The button that opens the browser's dialogue. Without this file it is not shown.
document.querySelectorAll("[data-print]").forEach((button) => {
  button.addEventListener("click", () => window.print());
});
