// Small comforts for every page. Without this file everything still works.

// The summary of errors is read out and scrolled to.
document.getElementById("problems")?.focus();

// Time passes on a page that stays open, too.
(() => {
  const { ago, now } = document.body.dataset;
  if (!ago || !now) return;
  const forms = ago.split(";").map((unit) => unit.split("|"));
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const form = { one: 0, two: 1, few: 2, other: 3 };
  const behind = Date.now() - Date.parse(now);
  const WEEK = 7 * 86400;
  const say = (seconds) => {
    const [unit, length] = seconds < 60 ? [0, 1] : seconds < 3600 ? [1, 60] : seconds < 86400 ? [2, 3600] : [3, 86400];
    const n = Math.max(1, Math.floor(seconds / length));
    return forms[unit][form[plural.select(n)]].replace("#", n);
  };
  window.setInterval(() => {
    document.querySelectorAll("time.when > span").forEach((shown) => {
      const seconds = (Date.now() - behind - Date.parse(shown.parentElement.dateTime)) / 1000;
      if (seconds < WEEK && shown.textContent !== say(seconds)) shown.textContent = say(seconds);
    });
  }, 10000);
})();

// A form is sent once, however often the button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  window.setTimeout(() => { delete form.dataset.sent; }, 4000);
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; });
});

// An open menu closes on Escape and on a click elsewhere.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll("details.menu[open]").forEach((menu) => {
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.menu[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});

