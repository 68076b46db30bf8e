// Drafts and live updates of cases. Without this file forms are sent and pages reloaded as ever.

// What is being typed is kept on the server every two seconds in which it has changed.
document.querySelectorAll("form[data-draft]").forEach((form) => {
  const state = form.querySelector("[data-draft-state]");
  const typed = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  let kept = typed().toString();
  let sending = false;
  let sent = false;
  form.addEventListener("submit", () => { sent = true; });
  window.addEventListener("pageshow", () => { sent = false; });
  const keep = async (leaving) => {
    const fields = typed();
    const now = fields.toString();
    if (sent || sending || now === kept) return;
    sending = true;
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "PUT",
        body: fields,
        keepalive: leaving,
        headers: { "X-Requested-With": "XMLHttpRequest" },
      });
      if (answer.ok) kept = now;
      if (state && (answer.ok || answer.status === 401)) {
        state.textContent = answer.ok ? form.dataset.draftKept : form.dataset.draftEnded;
      }
    } catch {
      // No connection: the next round tries again.
    } finally {
      sending = false;
    }
  };
  window.setInterval(() => keep(false), 2000);
  document.addEventListener("visibilitychange", () => { if (document.hidden) keep(true); });
  form.addEventListener("input", () => { if (state && typed().toString() !== kept) state.textContent = ""; });
});

// The button that leads to the answer box goes away while the box is in view.
(() => {
  const reach = document.getElementById("reach");
  const answer = document.getElementById("answer");
  if (!reach || !answer) return;
  reach.addEventListener("click", (event) => {
    const text = answer.querySelector("[open] textarea, form > .field textarea, textarea");
    if (!text) return;
    event.preventDefault();
    answer.scrollIntoView();
    text.focus({ preventScroll: true });
  });
  new IntersectionObserver((seen) => {
    reach.classList.toggle("reach-near", seen.at(-1).isIntersecting);
  }, { rootMargin: "0px 0px -96px 0px" }).observe(answer);
})();

// A case that is open shows what others do to it. The stream says only that something has changed; the page
// itself is asked for again, as ever, and the parts that nobody types into are exchanged.
(() => {
  const article = document.querySelector("[data-live]");
  if (!article || !window.EventSource) return;
  let running = null;
  let again = false;

  // An answer in the making is not sent blind: what arrives counts as seen once it has stood on the screen.
  const seen = () => document.querySelector("#conversation input[name=seen]");
  let watch = null;
  const countAsSeenOnceShown = (before) => {
    const field = seen();
    if (!field || before === undefined || field.value === before) return;
    const now = field.value;
    field.value = before;
    watch?.disconnect();
    let dwelling = 0;
    watch = new IntersectionObserver((changes) => {
      window.clearTimeout(dwelling);
      if (!changes.at(-1).isIntersecting) return;
      dwelling = window.setTimeout(() => { if (!document.hidden) { seen().value = now; watch.disconnect(); } }, 1000);
    });
    watch.observe(document.querySelector("#conversation .talk > li:last-child"));
  };

  // In the middle of something: a tag is being typed, a status chosen, the details are being edited.
  const busy = (part) => part.contains(document.activeElement) && part.id !== "conversation" && part.id !== "facts"
    || part.querySelector("[data-here]") !== null
    || [...part.querySelectorAll("select")].some((list) => ![...list.options].every((one) => one.selected === one.defaultSelected));

  const exchange = (fresh) => {
    const before = seen()?.value;
    ["case-head", "conversation", "handling", "facts", "recipients"].forEach((id) => {
      const old = document.getElementById(id);
      const other = fresh.getElementById(id);
      if (!old || !other || busy(old) || old.innerHTML === other.innerHTML) return;
      const unfolded = new Set([...old.querySelectorAll("details[open] > summary")].map((one) => one.textContent));
      other.querySelectorAll("details > summary").forEach((one) => {
        if (unfolded.has(one.textContent)) one.parentElement.open = true;
      });
      old.replaceWith(document.adoptNode(other));
    });
    countAsSeenOnceShown(before);
    const fold = article.querySelector(".case-fold .facts");
    const folded = fresh.querySelector(".case-fold .facts");
    if (fold && folded) fold.replaceWith(document.adoptNode(folded));
    const open = fresh.querySelector("[data-live]").dataset.liveClosed;
    const box = document.getElementById("answer");
    const typing = box && ([...box.querySelectorAll("textarea")].some((text) => text.value.trim() !== "")
      || box.contains(document.activeElement));
    if (open !== article.dataset.liveClosed && !typing) {
      const answer = fresh.getElementById("answer");
      if (answer) window.location.reload();
    }
  };

  const refresh = async (aloud) => {
    if (running) { again = true; return; }
    running = fetch(window.location.href, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    try {
      const answer = await running;
      if (!answer.ok) { stream.stop(); return; }
      const before = document.getElementById("conversation").innerText;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const live = fresh.querySelector("[data-live]")?.dataset.live;
      if (live && live !== article.dataset.live) {
        // Merged into another case: what is typed stays, its form still gets there.
        window.history.replaceState(null, "", answer.url);
        document.title = fresh.title;
        article.dataset.live = live;
        stream.stop();
        stream.start();
      }
      exchange(fresh);
      if (aloud && document.getElementById("conversation").innerText !== before) {
        document.getElementById("live").textContent = article.dataset.liveChanged;
        window.setTimeout(() => { document.getElementById("live").textContent = ""; }, 8000);
      }
    } catch {
      // No connection: the stream comes back and asks again.
    } finally {
      running = null;
      if (again) { again = false; refresh(aloud); }
    }
  };

  const stream = window.liveStream(() => article.dataset.live, {
    changed: () => refresh(true),
    presence: () => article.dispatchEvent(new Event("presence")),
    ended: (told) => {
      // Signed out, or no longer allowed: what stands on the page has to go as well.
      if (told.data === "rights") window.location.reload();
    },
  }, () => refresh(false));
})();
