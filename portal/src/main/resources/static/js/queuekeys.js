// Keys that lead through the queue: j and k or arrows, / to search, g and a letter for a view.
(() => {
  const GOING_LASTS = 1500;
  let going = 0;

  const links = () => [...document.querySelectorAll("#queue .queue-title > a")];
  const step = (by) => {
    const all = links();
    if (all.length === 0) return;
    const row = document.activeElement.closest?.("tr[data-case]");
    const at = row ? all.findIndex((link) => row.contains(link)) : -1;
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
    all[next].focus();
    all[next].closest("tr").scrollIntoView({ block: "nearest" });
  };
  const search = () => {
    document.getElementById("q").focus();
    document.getElementById("q").select();
  };
  const view = (letter) => {
    const link = [...document.querySelectorAll("#queue-menu a[data-letter]")].find((one) => one.dataset.letter === letter);
    return link && (() => { window.location.href = link.href; });
  };
  const arrows = { ArrowDown: () => step(1), ArrowUp: () => step(-1) };
  const keys = { j: () => step(1), k: () => step(-1), "/": search, g: () => { going = Date.now(); } };

  window.pageKeys((event, on) => {
    if (event.key in arrows) return event.target.closest?.("tr[data-case]") ? arrows[event.key] : null;
    if (!on) return null;
    const key = event.key.toLowerCase();
    if (Date.now() - going < GOING_LASTS) {
      going = 0;
      return view(key);
    }
    return keys[key];
  });
})();
