// T&S Aktivacija: copying, and reading a QR code from a photo where the browser can.

document.querySelectorAll("[data-copy]").forEach((button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.parentElement.querySelector("[data-copy-state]").textContent = button.dataset.copied;
  });
});

// Typing a key chooses it.
document.getElementById("key")?.addEventListener("input", () => {
  const byKey = document.getElementById("licence-by-key");
  if (byKey) byKey.checked = true;
});

const scan = document.querySelector("[data-scan]");
if (scan && "BarcodeDetector" in window) {
  scan.hidden = false;
  const state = scan.querySelector("[role=status]");
  scan.querySelector("input").addEventListener("change", async (event) => {
    const photo = event.target.files[0];
    if (!photo) return;
    state.textContent = "";
    try {
      const detector = new BarcodeDetector({ formats: ["qr_code"] });
      const codes = await detector.detect(await createImageBitmap(photo));
      if (codes.length === 0) throw new Error("no code");
      document.getElementById("code").value = codes[0].rawValue;
      document.getElementById("code").focus();
    } catch {
      state.textContent = scan.dataset.scanNone;
    }
    event.target.value = "";
  });
}
