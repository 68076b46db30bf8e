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

// The code is spoken in place; where that does not work, the link opens the sound.
let playing = null;
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-plays]");
  if (!link) return;
  event.preventDefault();
  playing?.pause();
  playing = new Audio(link.href);
  document.querySelector("[data-playing]").textContent = link.dataset.plays;
  document.getElementById("captchaCode").focus();
  playing.play().catch(() => { window.location.href = link.href; });
});
