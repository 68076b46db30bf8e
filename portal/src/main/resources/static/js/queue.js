// The help desk's queue: changes appear by themselves. Without this file reloads do.

// The stream says only that some case has changed; the page itself is asked for again, as ever, and its rows are
// exchanged one by one, so that place, focus and selection stay.
(() => {
  const queue = document.getElementById("queue");
  if (!queue || !window.EventSource) return;
  const PAUSE = 1500;
  const rowsOf = (root) => [...root.querySelectorAll("tr[data-case]")];
  const focusables = (root) => [...root.querySelectorAll("a, button")];
  const selecting = () => {
    const selection = window.getSelection();
    return selection && !selection.isCollapsed && queue.contains(selection.anchorNode);
  };
  let waiting = null;
  let running = false;
  let again = false;

  const exchangeCells = (row, fresh) => {
    [...row.cells].forEach((cell, place) => {
      const other = fresh.cells[place];
      if (other && cell.innerHTML !== other.innerHTML) cell.innerHTML = other.innerHTML;
    });
  };

  const announce = (rows) => {
    if (rows.length === 0) return;
    const title = rows[0].querySelector(".queue-title > a").textContent;
    document.getElementById("queue-live").textContent = rows.length === 1
      ? `${queue.dataset.liveOne} ${title}`
      : `${queue.dataset.liveMany} ${rows.length}`;
  };

  const exchangeRows = (body, freshBody) => {
    const known = new Map(rowsOf(body).map((row) => [row.dataset.case, row]));
    const before = [...known.keys()];
    const focused = document.activeElement.closest?.("tr[data-case]");
    const part = focused ? focusables(focused).indexOf(document.activeElement) : -1;
    const place = focused ? before.indexOf(focused.dataset.case) : -1;
    const anchor = window.scrollY > 0
      ? rowsOf(body).find((row) => row.getBoundingClientRect().bottom > 0 && rowsOf(freshBody).some((other) => other.dataset.case === row.dataset.case))
      : null;
    const top = anchor?.getBoundingClientRect().top;
    const order = rowsOf(freshBody).map((fresh) => {
      const row = known.get(fresh.dataset.case);
      if (!row) {
        const added = document.adoptNode(fresh);
        added.classList.add("queue-new");
        return added;
      }
      row.classList.remove("queue-new");
      exchangeCells(row, fresh);
      return row;
    });
    const keys = new Set(order.map((row) => row.dataset.case));
    known.forEach((row, key) => { if (!keys.has(key)) row.remove(); });
    order.forEach((row, at) => { if (body.rows[at] !== row) body.insertBefore(row, body.rows[at] ?? null); });
    if (anchor) window.scrollBy(0, anchor.getBoundingClientRect().top - top);
    if (focused && !body.contains(document.activeElement)) {
      const row = body.contains(focused) ? focused : order[Math.min(place, order.length - 1)];
      const all = row ? focusables(row) : [];
      (all[part] ?? all[0])?.focus({ preventScroll: true });
    }
    // What moves up from the page behind is not new.
    const last = order.findLastIndex((row) => known.has(row.dataset.case));
    announce(order.filter((row, at) => !known.has(row.dataset.case) && (at < last || before.length < Number(queue.dataset.rows))));
  };

  const exchange = (fresh) => {
    const other = fresh.getElementById("queue");
    if (!other) return;
    fresh.querySelectorAll(".queue-views a").forEach((link) => {
      const count = document.querySelector(`.queue-views a[data-letter="${link.dataset.letter}"] .queue-count`);
      const now = link.querySelector(".queue-count");
      if (count && now && count.textContent !== now.textContent) count.textContent = now.textContent;
    });
    const body = queue.querySelector("tbody");
    const freshBody = other.querySelector("tbody");
    if (body && freshBody) {
      exchangeRows(body, freshBody);
      const pages = queue.querySelector(".pages");
      const freshPages = other.querySelector(".pages");
      if (pages?.outerHTML !== freshPages?.outerHTML && !pages?.contains(document.activeElement)) {
        pages?.remove();
        if (freshPages) queue.append(document.adoptNode(freshPages));
      }
    } else if (queue.innerHTML !== other.innerHTML) {
      const inside = queue.contains(document.activeElement);
      queue.innerHTML = other.innerHTML;
      announce(rowsOf(queue));
      if (inside) document.getElementById("content").focus({ preventScroll: true });
    }
  };

  const refresh = async () => {
    if (running) { again = true; return; }
    if (selecting()) { later(); return; }
    running = true;
    try {
      const answer = await fetch(window.location.href, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      if (!answer.ok || answer.redirected) { live.stop(); return; }
      exchange(new DOMParser().parseFromString(await answer.text(), "text/html"));
      queue.dispatchEvent(new Event("exchanged"));
    } catch {
      // No connection: the stream comes back and asks again.
    } finally {
      running = false;
      if (again) { again = false; later(); }
    }
  };

  // Many changes at once are shown together, and not in all browsers in the same instant.
  const later = () => {
    if (waiting) return;
    waiting = window.setTimeout(() => { waiting = null; refresh(); }, PAUSE * (0.5 + Math.random()));
  };

  const live = window.liveStream(() => queue.dataset.live, { changed: later }, refresh);
})();

// Saved views are counted apart, so that the queue does not wait for it: when it is opened, and as it changes.
(() => {
  const queue = document.getElementById("queue");
  const places = [...document.querySelectorAll("[data-count]")];
  if (!queue || places.length === 0) return;
  const PAUSE = 10000;
  let waiting = null;
  const count = async () => {
    try {
      const answer = await fetch("/desk/views/counts", { headers: { "X-Requested-With": "XMLHttpRequest" } });
      if (!answer.ok || answer.redirected) return;
      const counts = await answer.json();
      places.forEach((place) => { place.textContent = counts[place.dataset.count] ?? ""; });
    } catch {
      // No connection: the queue itself comes back with the next change.
    }
  };
  queue.addEventListener("exchanged", () => {
    waiting ??= window.setTimeout(() => { waiting = null; count(); }, PAUSE);
  });
  count();
})();
