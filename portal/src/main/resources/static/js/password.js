// Says how good a password is while it is being typed.
document.querySelectorAll("[data-strength-of]").forEach((hint) => {
  const form = hint.closest("form");
  const password = form.elements[hint.dataset.strengthOf];
  let timer;
  let asked = 0;

  const ask = async () => {
    const number = ++asked;
    const data = new URLSearchParams({ password: password.value, _csrf: form.elements._csrf.value });
    ["firstName", "lastName", "email", "username"].forEach((name) => {
      if (form.elements[name]?.value) data.append("own", form.elements[name].value);
    });
    const answer = await fetch("/passwords/strength", {
      method: "POST",
      body: data,
      headers: { "X-Requested-With": "XMLHttpRequest" },
    });
    const words = answer.ok ? await answer.text() : "";
    if (number === asked) hint.innerHTML = words;
  };

  password.addEventListener("input", () => {
    window.clearTimeout(timer);
    if (password.value === "") {
      asked++;
      hint.replaceChildren();
    } else {
      timer = window.setTimeout(ask, 300);
    }
  });
});
