// Fields that suggest what is known, once some letters stand there. Without this file they are plain fields.
document.addEventListener("input", (event) => {
  const field = event.target.closest?.("input[data-suggest]");
  if (!field) return;
  window.clearTimeout(field.suggesting);
  const typed = field.value.trim();
  if (typed === "" || typed === field.suggested) return;
  field.suggesting = window.setTimeout(async () => {
    try {
      const answer = await fetch(`${field.dataset.suggest}?${new URLSearchParams({ q: typed })}`, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      if (!answer.ok || answer.redirected || field.value.trim() !== typed) return;
      field.suggested = typed;
      field.list.replaceChildren(...(await answer.json()).map((name) => new Option("", name)));
    } catch {
      // No connection: what is typed is sent all the same.
    }
  }, 150);
});
