// Keys for what is done to a case a hundred times a day. Without this file there are buttons and links for all of it.
(() => {
  const QUEUE = "podpora-queue";
  const read = (name) => {
    try {
      return window.sessionStorage.getItem(name);
    } catch {
      return null; // no storage: nothing is remembered
    }
  };
  const write = (name, value) => {
    try {
      window.sessionStorage.setItem(name, value);
    } catch {
      // No storage: it holds for this page.
    }
  };

  // The queue that one came from, and where in it this case stood.
  const here = window.location.pathname;
  const cases = async () => {
    const queue = read(QUEUE);
    if (!queue) return [];
    const answer = await fetch(queue, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (!answer.ok || answer.redirected) return [];
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return [...page.querySelectorAll(".queue-title > a")].map((link) => link.getAttribute("href"));
  };
  const from = document.referrer ? new URL(document.referrer) : null;
  if (from && from.origin === window.location.origin && from.pathname === "/desk") {
    write(QUEUE, from.pathname + from.search);
    cases().then((all) => write(`${QUEUE}-at`, Math.max(0, all.indexOf(here)))).catch(() => {});
  }
  const step = async (by) => {
    try {
      const all = await cases();
      const found = all.indexOf(here);
      // A case that has left the queue leaves its place to the next one.
      const at = Number(read(`${QUEUE}-at`) ?? 0);
      const next = found >= 0 ? found + by : by > 0 ? at : at - 1;
      if (next < 0 || next >= all.length) return;
      write(`${QUEUE}-at`, next);
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
  };
  window.pageKeys((event, on) => (on && !event.repeat ? keys[event.key.toLowerCase()] : null));
})();
