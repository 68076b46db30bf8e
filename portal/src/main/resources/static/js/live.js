// A stream of news while the page is looked at: a browser has few connections for many tabs. When it breaks off it is
// taken up again after a while, and whoever comes back to the page is told at once (back).
// address: () => where the stream is; heard: what to do with which event.
window.liveStream = (address, heard, back) => {
  let stream = null;
  let retry = 0;

  const stop = () => {
    stream?.close();
    stream = null;
  };

  const start = () => {
    if (stream || document.hidden) return;
    stream = new EventSource(address());
    stream.addEventListener("open", () => { retry = 0; });
    stream.addEventListener("ended", stop);
    Object.entries(heard).forEach(([name, hear]) => stream.addEventListener(name, hear));
    stream.addEventListener("error", () => {
      if (!stream || stream.readyState !== EventSource.CLOSED) return;
      stop();
      retry += 1;
      if (retry <= 5) window.setTimeout(start, 5000 * retry + Math.random() * 5000);
    });
  };

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      stop();
    } else {
      retry = 0;
      start();
      back();
    }
  });
  window.addEventListener("pagehide", stop);
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    start();
    back();
  });
  start();
  return { start, stop };
};
