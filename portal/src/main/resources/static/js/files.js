// The field for files: one upload at a time beside the typing, with progress. Without this file the
// browser sends the files with the form.

const AT_ONCE = 2;

class UploadField {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.form = root.closest("form");
    this.input = root.querySelector("input[type=file]");
    this.zone = root.querySelector("[data-zone]");
    this.files = root.querySelector("[data-files]");
    this.status = root.querySelector("[data-status]");
    this.row = root.querySelector("template[data-row]");
    this.queue = [];
    this.running = 0;
    this.submitter = null;
    this.listen();
  }

  listen() {
    this.input.addEventListener("change", () => {
      this.take(this.input.files);
      this.input.value = ""; // else the form would send them once more
    });
    this.zone.addEventListener("dragover", (event) => {
      event.preventDefault();
      this.zone.classList.add("upload-over");
    });
    for (const name of ["dragleave", "drop"]) {
      this.zone.addEventListener(name, () => this.zone.classList.remove("upload-over"));
    }
    this.zone.addEventListener("drop", (event) => {
      event.preventDefault();
      this.take(event.dataTransfer.files);
    });
    this.files.addEventListener("click", (event) => {
      const remove = event.target.closest("[data-remove]");
      if (remove) this.remove(remove.closest("li"));
      const retry = event.target.closest("[data-retry]");
      if (retry) this.retry(retry.closest("li"));
    });
    this.form.addEventListener("submit", (event) => this.hold(event));
  }

  /** A form is sent when its files are there. */
  hold(event) {
    if (this.running + this.queue.length === 0) return;
    event.preventDefault();
    this.submitter = event.submitter ?? this.form;
    this.say(this.words.waiting);
  }

  take(files) {
    for (const file of files) {
      const row = this.row.content.firstElementChild.cloneNode(true);
      row.upload = { file, request: null };
      row.querySelector(".upload-name").textContent = file.name;
      row.querySelector("progress").setAttribute("aria-label", this.about(this.words.uploading, file));
      row.querySelector("[data-retry]").setAttribute("aria-label", this.about(this.words.retryFile, file));
      row.querySelector("[data-remove]").setAttribute("aria-label", this.about(this.words.removeFile, file));
      this.files.append(row);
      if (file.size > Number(this.words.max)) {
        this.fail(row, this.about(this.words.tooLarge, file), false);
      } else if (file.size === 0) {
        this.fail(row, this.about(this.words.empty, file), false);
      } else {
        this.queue.push(row);
      }
    }
    this.next();
  }

  next() {
    while (this.running < AT_ONCE && this.queue.length > 0) this.send(this.queue.shift());
    if (this.running === 0 && this.submitter) {
      const submitter = this.submitter;
      this.submitter = null;
      // A file that failed is shown; the person decides.
      if (!this.files.querySelector(".upload-failed")) {
        this.form.requestSubmit(submitter === this.form ? undefined : submitter);
      }
    }
  }

  send(row) {
    const { file } = row.upload;
    const request = new XMLHttpRequest();
    row.upload.request = request;
    this.running += 1;
    request.open("POST", "/files?name=" + encodeURIComponent(file.name));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    request.setRequestHeader("X-XSRF-TOKEN", this.token());
    request.upload.addEventListener("progress", (event) => this.progress(row, event.loaded / file.size));
    request.addEventListener("load", () => this.answered(row, request));
    request.addEventListener("error", () => this.fail(row, this.about(this.words.failed, file), true));
    request.addEventListener("loadend", () => {
      this.running -= 1;
      this.next();
    });
    request.send(file);
  }

  progress(row, part) {
    const percent = Math.min(100, Math.round(part * 100));
    row.querySelector("progress").value = percent;
    row.querySelector("[data-percent-now]").textContent = this.words.percent.replace("{n}", percent);
  }

  answered(row, request) {
    const { file } = row.upload;
    if (request.status === 201) {
      row.insertAdjacentHTML("afterend", request.responseText);
      const focused = row.contains(document.activeElement);
      const kept = row.nextElementSibling;
      row.remove();
      if (focused) kept.querySelector("[data-remove]").focus();
      this.say(this.about(this.words.uploaded, file));
      this.changed();
    } else if (request.status === 422) {
      const reason = new DOMParser().parseFromString(request.responseText, "text/html").body.textContent;
      this.fail(row, reason.trim(), false);
    } else if (request.status === 401 || request.status === 403) {
      this.fail(row, this.about(this.words.signedOut, file), true);
    } else if (request.status === 429) {
      this.fail(row, this.words.tooOften, true);
    } else {
      this.fail(row, this.about(this.words.failed, file), true);
    }
  }

  fail(row, reason, again) {
    row.classList.add("upload-failed");
    row.querySelector("progress").hidden = true;
    row.querySelector("[data-percent-now]").textContent = "";
    const error = row.querySelector(".field-error");
    error.hidden = false;
    error.textContent = reason;
    row.querySelector("[data-retry]").hidden = !again;
  }

  retry(row) {
    row.classList.remove("upload-failed");
    row.querySelector("progress").hidden = false;
    row.querySelector(".field-error").hidden = true;
    row.querySelector("[data-retry]").hidden = true;
    row.querySelector("[data-remove]").focus();
    this.queue.push(row);
    this.next();
  }

  remove(row) {
    const name = row.dataset.name ?? row.upload.file.name;
    if (row.dataset.file) {
      // Not waited for: a file that stays behind is removed by itself after a day.
      fetch(`/files/${row.dataset.file}/removal`, {
        method: "POST",
        headers: { "X-Requested-With": "XMLHttpRequest", "X-XSRF-TOKEN": this.token() },
      }).catch(() => {});
    } else {
      this.queue = this.queue.filter((waiting) => waiting !== row);
      row.upload.request?.abort();
    }
    const neighbour = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    (neighbour?.querySelector("[data-remove]") ?? this.input).focus();
    this.say(this.words.removed.replace("{name}", name));
    this.changed();
  }

  /** Whoever keeps drafts of the form learns that something in it is different. */
  changed() {
    this.form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  token() {
    return this.form.elements._csrf.value;
  }

  about(words, file) {
    return words.replace("{name}", () => file.name);
  }

  say(words) {
    this.status.textContent = words;
  }
}

const begin = () => {
  document.querySelectorAll("[data-upload]:not([data-ready])").forEach((root) => {
    root.dataset.ready = "";
    root.uploadField = new UploadField(root);
  });
};
begin();
document.addEventListener("htmx:load", begin);

// A screenshot is pasted wherever the person is typing; copied text stays text.
document.addEventListener("paste", (event) => {
  const typing = document.activeElement?.closest("form")?.querySelector("[data-upload]");
  const field = (typing ?? document.querySelector("details[open] [data-upload], :not(details) > form [data-upload]"))?.uploadField;
  const files = [...(event.clipboardData?.files ?? [])];
  if (!field || files.length === 0 || event.clipboardData.types.includes("text/plain")) return;
  event.preventDefault();
  const time = new Date().toLocaleString("sv").replace(/\D+/g, "-");
  field.take(files.map((file) => (file.name && file.name !== "image.png"
    ? file
    : new File([file], `${field.words.pasted}-${time}.png`, { type: file.type }))));
});

// A file dropped beside the field must not open in place of the form.
for (const name of ["dragover", "drop"]) {
  window.addEventListener(name, (event) => {
    if (document.querySelector("[data-upload]")) event.preventDefault();
  });
}
