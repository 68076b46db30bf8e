// Keys of a page: never while somebody types, explained in a dialog, and switched off for all pages at once by whoever
// wants none of one letter (WCAG 2.2, 2.1.4). Without this file there are links and buttons for all of it.
// chosen: (event, on) => what to do by that key, if anything.
window.pageKeys = (chosen) => {
  const help = document.getElementById("keys");
  const opener = document.getElementById("keys-open");
  const enabled = document.getElementById("keys-on");
  if (!help || !opener || !enabled) return;
  const STORED = "podpora-keys";

  // Switched in another tab, or before one came back to this page: the last word counts.
  const recall = () => {
    try {
      enabled.checked = window.localStorage.getItem(STORED) !== "off";
    } catch {
      enabled.checked = true; // no storage: on until the page is left
    }
  };
  recall();
  window.addEventListener("storage", recall);
  window.addEventListener("pageshow", (event) => { if (event.persisted) recall(); });
  enabled.addEventListener("change", () => {
    try {
      window.localStorage.setItem(STORED, enabled.checked ? "on" : "off");
    } catch {
      // No storage: it holds for this page.
    }
  });
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing
      || event.target.closest?.("input, textarea, select, [contenteditable]")
      || document.querySelector("dialog[open]")) return;
    const act = event.key === "?" && enabled.checked ? () => help.showModal() : chosen(event, enabled.checked);
    if (!act) return;
    event.preventDefault();
    act();
  });
};
