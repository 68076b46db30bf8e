// Comforts of the form for access; without this file the country counts when the form is sent.

// The country sets the telephone prefix and the form of the tax number.
const country = document.getElementById("country");
const explain = () => {
  const chosen = country.selectedOptions[0];
  const phone = document.getElementById("phone-help");
  phone.textContent = phone.textContent.replace(/\+\d+/, chosen.dataset.prefix);
  document.getElementById("taxNumber-help").textContent = chosen.dataset.tax;
};
if (country) {
  country.addEventListener("change", explain);
  window.addEventListener("pageshow", explain);
}

// When there are too many new pictures, the answer says so in the picture's place.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target?.id !== "captcha" || event.detail.xhr.status !== 429) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
});

// The code is spoken in place; without this file the link opens the sound in a tab of its own.
let playing = null;
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-plays]");
  if (!link) return;
  event.preventDefault();
  playing?.pause();
  playing = new Audio(link.href);
  const state = document.querySelector("[data-playing]");
  state.className = "visually-hidden";
  state.textContent = link.dataset.plays;
  document.getElementById("captchaCode").focus();
  playing.play().catch((failure) => {
    if (failure.name === "AbortError") return; // played anew meanwhile
    state.className = "field-error";
    state.textContent = link.dataset.fails;
  });
});
