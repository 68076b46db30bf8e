// Keys for what is done to a case a hundred times a day. Without this file there are buttons and links for all of it.
(() => {
  const help = document.getElementById("keys");
  const opener = document.getElementById("keys-open");
  const enabled = document.getElementById("keys-on");
  if (!help || !opener || !enabled) return;
  const STORED = "podpora-keys"; // the queue's keys are switched by the same
  const QUEUE = "podpora-queue";
  const read = (storage, name) => {
    try {
      return window[storage].getItem(name);
    } catch {
      return null; // no storage: nothing is remembered
    }
  };
  const write = (storage, name, value) => {
    try {
      window[storage].setItem(name, value);
    } catch {
      // No storage: it holds for this page.
    }
  };

  // Switched in another tab, or before one came back to this page: the last word counts.
  const recall = () => { enabled.checked = read("localStorage", STORED) !== "off"; };
  recall();
  window.addEventListener("storage", recall);
  window.addEventListener("pageshow", (event) => { if (event.persisted) recall(); });
  enabled.addEventListener("change", () => write("localStorage", STORED, enabled.checked ? "on" : "off"));
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());

  // The queue that one came from, and where in it this case stood.
  const here = window.location.pathname;
  const cases = async () => {
    const queue = read("sessionStorage", QUEUE);
    if (!queue) return [];
    const answer = await fetch(queue, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (!answer.ok || answer.redirected) return [];
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return [...page.querySelectorAll(".queue-title > a")].map((link) => link.getAttribute("href"));
  };
  const from = document.referrer ? new URL(document.referrer) : null;
  if (from && from.origin === window.location.origin && from.pathname === "/desk") {
    write("sessionStorage", QUEUE, from.pathname + from.search);
    cases().then((all) => write("sessionStorage", `${QUEUE}-at`, Math.max(0, all.indexOf(here)))).catch(() => {});
  }
  const step = async (by) => {
    try {
      const all = await cases();
      const found = all.indexOf(here);
      // A case that has left the queue leaves its place to the next one.
      const at = Number(read("sessionStorage", `${QUEUE}-at`) ?? 0);
      const next = found >= 0 ? found + by : by > 0 ? at : at - 1;
      if (next < 0 || next >= all.length) return;
      write("sessionStorage", `${QUEUE}-at`, next);
      window.location.assign(all[next]);
    } catch {
      // No connection: nothing to go to.
    }
  };

  const compose = (name) => {
    const box = document.getElementById(`${name}-box`);
    if (!box) return;
    box.open = true;
    document.getElementById(name).focus();
    box.scrollIntoView({ block: "nearest" });
  };
  const press = (selector) => document.querySelector(selector)?.click();
  const keys = {
    r: () => compose("reply"),
    n: () => compose("note"),
    t: () => press("[data-key=take]"),
    a: () => press(".desk-assign-open"),
    m: () => press("[data-picker]"),
    s: () => document.getElementById("status")?.focus(),
    j: () => step(1),
    k: () => step(-1),
    "?": () => help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (!enabled.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    const act = keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
