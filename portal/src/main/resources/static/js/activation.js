// T&S Aktivacija: copying, and reading a QR code by the camera or from a photo. What the browser cannot read
// goes along with the form, and the portal reads it.

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
if (scan) scanning(scan);

async function scanning(scan) {
  const code = document.getElementById("code");
  const request = document.getElementById("request");
  const state = scan.querySelector("[role=status]");
  const detector = await qrDetector();
  scan.hidden = false;

  function found(text) {
    code.value = text;
    request.value = "";
    state.textContent = "";
    code.focus();
  }

  scan.querySelector("input").addEventListener("change", async (event) => {
    const photo = event.target.files[0];
    if (!photo) return;
    const codes = detector ? await detector.detect(await createImageBitmap(photo)).catch(() => []) : [];
    if (codes.length > 0) {
      found(codes[0].rawValue);
    } else if (detector) {
      state.textContent = scan.dataset.scanNone;
    } else {
      const files = new DataTransfer();
      files.items.add(photo);
      request.files = files.files;
      state.textContent = scan.dataset.scanLater;
    }
    event.target.value = "";
  });

  if (detector && navigator.mediaDevices?.getUserMedia) liveScanning(scan, detector, found, state);
}

async function qrDetector() {
  if (!("BarcodeDetector" in window)) return null;
  const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
  return formats.includes("qr_code") ? new BarcodeDetector({ formats: ["qr_code"] }) : null;
}

function liveScanning(scan, detector, found, state) {
  const dialog = scan.querySelector("dialog");
  const video = dialog.querySelector("video");
  const button = scan.querySelector("[data-scan-live]");
  button.hidden = false;
  dialog.querySelector("[data-scan-stop]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    video.srcObject?.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  });
  button.addEventListener("click", async () => {
    state.textContent = "";
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      state.textContent = scan.dataset.scanDenied;
      return;
    }
    dialog.showModal();
    await video.play();
    while (dialog.open) {
      const codes = await detector.detect(video).catch(() => []);
      if (codes.length > 0 && dialog.open) {
        dialog.close();
        found(codes[0].rawValue);
      }
      await new Promise((wait) => setTimeout(wait, 200));
    }
  });
}
