// The help desk's page of a case: who else is there. Without this file the page says who was there when it was made.
(() => {
  const article = document.querySelector("[data-live]");
  const place = () => document.getElementById("presence");
  if (!article || !place()) return;
  const address = place().dataset.presence;
  const token = () => document.querySelector("input[name=_csrf]")?.value ?? "";
  const headers = () => ({ "X-Requested-With": "XMLHttpRequest", "X-XSRF-TOKEN": token() });
  const EVERY = 20000;
  const TYPING_LASTS = 15000;
  const IDLE_AFTER = 180000;
  let typed = 0;
  let active = Date.now();
  let saidTyping = false;

  const show = async (answer) => {
    if (!answer.ok || answer.redirected) return;
    const text = (await answer.text()).trim();
    [place(), document.getElementById("presence-near")].forEach((shown) => {
      if (shown && shown.innerHTML.trim() !== text) shown.innerHTML = text;
    });
  };
  const typing = () => Date.now() - typed < TYPING_LASTS;

  // Nobody sits before a page that has not been touched for minutes: it says nothing, and the session may end.
  const beat = async () => {
    if (document.hidden || Date.now() - active > IDLE_AFTER) return;
    saidTyping = typing();
    try {
      await fetch(address, { method: "POST", body: new URLSearchParams({ typing: saidTyping }), headers: headers() }).then(show);
    } catch {
      // No connection: the next round tries again.
    }
  };
  const leave = () => {
    fetch(`${address}-removal`, { method: "POST", headers: headers(), keepalive: true }).catch(() => {});
  };

  article.addEventListener("presence", () => { fetch(address, { headers: headers() }).then(show).catch(() => {}); });
  document.getElementById("answer")?.addEventListener("input", () => {
    typed = Date.now();
    if (!saidTyping) beat();
  });
  ["pointermove", "keydown", "scroll"].forEach((sign) => {
    document.addEventListener(sign, () => {
      const away = Date.now() - active > IDLE_AFTER;
      active = Date.now();
      if (away) beat();
    }, { passive: true });
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) { leave(); } else { active = Date.now(); beat(); } });
  window.addEventListener("pagehide", leave);
  window.setInterval(beat, EVERY);
  window.setInterval(() => { if (saidTyping && !typing()) beat(); }, 2000);
  beat();
})();

// A link to a box opens it.
(() => {
  const open = (name) => {
    const box = document.getElementById(`${name}-box`);
    if (!box) return;
    box.open = true;
    document.getElementById(name).focus();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href="#reply"], a[href="#note"]');
    if (!link) return;
    event.preventDefault();
    open(link.hash.slice(1));
  });
  document.querySelectorAll(".box").forEach((box) => {
    box.addEventListener("toggle", () => {
      if (box.open && box.contains(document.activeElement)) box.querySelector("textarea").focus();
    });
  });
})();

// The details are edited where they stand. Without this they have a page of their own, and so has what is wrong with them.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-edit]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const facts = link.closest(".desk-facts")?.querySelector("dl.facts");
  if (!facts) return;
  event.preventDefault();
  try {
    const answer = await fetch(link.href, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    const form = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("form[action$='/fields']");
    if (!answer.ok || !form) throw new Error("no form");
    form.dataset.here = "";
    facts.replaceWith(document.adoptNode(form));
    link.hidden = true;
    form.querySelector("input:not([type=hidden])").focus();
    form.querySelector("a.btn-link").addEventListener("click", (cancel) => {
      cancel.preventDefault();
      form.replaceWith(facts);
      link.hidden = false;
      link.focus();
    });
  } catch {
    window.location.assign(link.href);
  }
});

// Templates are chosen beside the reply and go in where the cursor is. Without this they have a page of their own.
(() => {
  const link = document.querySelector("[data-picker]");
  const reply = document.getElementById("reply");
  if (!link || !reply || !window.HTMLDialogElement) return;
  let place = null;
  reply.addEventListener("blur", () => { place = [reply.selectionStart, reply.selectionEnd]; });

  const insert = (text) => {
    const box = document.getElementById("reply-box");
    if (box) box.open = true; // the keys open the picker without it
    const [from, to] = place ?? [reply.value.length, reply.value.length];
    reply.focus();
    reply.setRangeText(text, from, to, "end");
    place = null;
    reply.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const show = (list) => {
    const dialog = document.createElement("dialog");
    dialog.className = "picker-dialog";
    dialog.setAttribute("aria-label", link.textContent.trim());
    const head = document.createElement("div");
    head.className = "picker-head";
    const search = document.createElement("input");
    search.type = "search";
    search.className = "form-control";
    search.setAttribute("aria-label", link.dataset.search);
    search.placeholder = link.dataset.search;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "btn btn-outline-secondary";
    close.textContent = link.dataset.close;
    head.append(search, close);
    dialog.append(head, list);
    document.body.append(dialog);
    const plain = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
    search.addEventListener("input", () => {
      list.querySelectorAll("[data-searched]").forEach((item) => {
        item.hidden = !plain(item.dataset.searched).includes(plain(search.value.trim()));
      });
    });
    search.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      list.querySelector("[data-searched]:not([hidden]) a")?.click();
    });
    list.addEventListener("submit", (event) => {
      const shown = document.querySelector("#conversation input[name=seen]");
      if (shown) event.target.querySelector("[name=seen]").value = shown.value;
    });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("click", (event) => {
      const chosen = event.target.closest("[data-insert]");
      if (!chosen) return;
      event.preventDefault();
      dialog.close();
      insert(chosen.dataset.insert);
    });
    dialog.showModal();
    search.focus();
  };

  link.addEventListener("click", async (event) => {
    event.preventDefault();
    try {
      const answer = await fetch(link.href, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      const list = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("templates");
      if (!answer.ok || !list) throw new Error("no list");
      show(document.adoptNode(list));
    } catch {
      window.location.assign(link.href);
    }
  });
})();
