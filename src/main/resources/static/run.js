/*
 * Plays recipes on the server and shows each step as it finishes. Without it the same forms give the finished run as a
 * page: what it builds here is what templates/played.html builds there.
 */
(() => {
  "use strict";

  const MOST = 8192; // octets of one event that are shown
  const WIDEST = 160; // characters of a checked value that are shown
  const holder = document.getElementById("words");
  if (!holder) {
    return;
  }
  const language = document.documentElement.lang;

  /** A text of the page's language, with its {0} and {1} filled in. */
  const words = (name, ...values) =>
    values.reduce(
      (text, value, i) => text.replace(`{${i}}`, typeof value === "number" ? value.toLocaleString(language) : value),
      holder.dataset[name],
    );

  /** An element with attributes and children; texts are only ever text. */
  const build = (name, attributes, ...children) => {
    const svg = name === "svg" || name === "rect";
    const element = svg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value !== false) {
        element.setAttribute(key, value === true ? key : value);
      }
    }
    element.append(...children);
    return element;
  };

  const shortened = (text) => (text.length > WIDEST ? text.slice(0, WIDEST - 3) + "..." : text);

  const milliseconds = (microseconds) => (microseconds / 1000).toFixed(1);

  const octetsOf = (event) =>
    event.octets === undefined
      ? new Uint8Array(0)
      : event.encoding
        ? Uint8Array.from(atob(event.octets), (character) => character.charCodeAt(0))
        : new TextEncoder().encode(event.octets);

  /** Where the head ends of a message whose content is no text; 0 if there is none. */
  const headOf = (octets) => {
    const text = String.fromCharCode(...octets);
    const end = text.indexOf("\r\n\r\n");
    return end < 0 || !/^[\r\n\t -~]*$/.test(text.slice(0, end)) ? 0 : end + 4;
  };

  const hexadecimal = (octet) => octet.toString(16).padStart(2, "0");

  const printable = (text) =>
    text.replace(/[\x00-\x08\x0a-\x1f\x7f]/g, (character) => "\\x" + hexadecimal(character.charCodeAt(0)));

  /** The octets in lines, with CR LF to be seen; what is no text in hexadecimal. */
  const wire = (event) => {
    const all = octetsOf(event);
    const octets = all.subarray(0, MOST);
    const end = event.encoding ? headOf(octets) : octets.length;
    const code = build("code");
    for (const line of new TextDecoder().decode(octets.subarray(0, end)).match(/[^\n]*\n|[^\n]+$/g) || []) {
      const ending = /\r?\n$/.exec(line);
      code.append(printable(ending ? line.slice(0, ending.index) : line));
      if (ending) {
        code.append(build("span", { class: "eol" }, ending[0].length > 1 ? "CR LF" : "LF"));
      }
      code.append("\n");
    }
    for (let row = end; row < octets.length; row += 16) {
      const cells = Array.from(octets.subarray(row, row + 16), hexadecimal).join(" ");
      code.append((row - end).toString(16).padStart(4, "0") + "  " + cells + "\n");
    }
    if (all.length > MOST) {
      code.append(build("span", { class: "eol" }, words("more", all.length - MOST)));
    }
    return [build("pre", { tabindex: 0 }, code), all.length];
  };

  const eventOf = (event, first) => {
    const sent = event.direction === "sent";
    const at = milliseconds(event.microseconds - first);
    const [pre, size] = event.kind === "octets" ? wire(event) : [null, 0];
    const what = words(event.kind === "octets" ? event.direction : event.kind, at, size);
    const line = build("p", {}, build("span", { "aria-hidden": "true" }, sent ? "→" : "←"), " ", what);
    return build("div", { class: `event ${event.direction}` }, line, ...(pre ? [pre] : []));
  };

  const bar = (events, first, span) =>
    build(
      "svg",
      { class: "timing", viewBox: "0 0 1000 10", preserveAspectRatio: "none", "aria-hidden": "true" },
      build("rect", { class: "span", x: 0, y: 4, width: 1000, height: 2 }),
      ...events.map((event) =>
        build("rect", {
          class: event.direction,
          x: Math.floor(((event.microseconds - first) * 985) / Math.max(1, span)),
          y: event.direction === "sent" ? 0 : 5,
          width: 15,
          height: 5,
        }),
      ),
    );

  const checkOf = (check) => {
    const passed = check.verdict === "passed";
    const wrong = [` (${words("expected")} `, build("code", {}, shortened(check.expected)), ")"];
    return build(
      "li",
      { class: check.verdict },
      build("span", { "aria-hidden": "true" }, passed ? "✓" : "✗"),
      build("span", { class: "visuallyhidden" }, words(passed ? "checkPassed" : "checkFailed")),
      ` ${check.what}: `,
      build("code", {}, shortened(check.actual)),
      ...(passed ? [] : wrong),
    );
  };

  const coded = (code, kind) => build("span", { class: `${kind} c${String(code)[0]}` }, String(code));

  const played = (step, code) => {
    const passed = step.verdict === "passed";
    const first = step.wire.length ? step.wire[0].microseconds : 0;
    const span = step.wire.length ? step.wire[step.wire.length - 1].microseconds - first : 0;
    const verdict = words(passed ? "stepPassed" : "stepFailed");
    const line = build("p", { class: "verdicts" });
    line.append(build("strong", { class: `verdict ${passed ? "holds" : "fails"}` }, verdict));
    step.interim.forEach((interim) => line.append(" ", coded(interim, "interim number")));
    if (step.status) {
      line.append(" ", coded(step.status, "number"));
    }
    line.append(" ", build("span", { class: "time" }, bar(step.wire, first, span), " ", words("took", milliseconds(span))));
    const open = !passed || step.status === code || step.interim.includes(code);
    return build(
      "div",
      { class: `played ${step.verdict}` },
      line,
      build("ul", { class: "checks" }, ...step.checks.map(checkOf)),
      build(
        "details",
        { class: "wire", open },
        build("summary", {}, words("octets", step.connection)),
        ...step.wire.map((event) => eventOf(event, first)),
      ),
    );
  };

  const play = async (recipe, form, button) => {
    const output = form.querySelector("output");
    const abort = new AbortController();
    let steps = 0;
    let over = false;
    const say = (text, verdict) => {
      output.textContent = text;
      output.className = verdict || "";
    };
    const progress = () => say(words("running", steps, Number(recipe.dataset.steps)));
    recipe.querySelectorAll(".played").forEach((old) => old.remove());
    recipe.querySelectorAll(".part").forEach((part) => part.classList.remove("passed", "failed"));
    button.textContent = words("stop");
    form.stop = () => abort.abort();
    progress();
    const done = new Set();
    const told = (name, data) => {
      if (name === "step") {
        const place = `${data.part}-${data.number}`;
        const card = recipe.querySelector(`[data-step="${place}"]`);
        card.append(played(data, Number(recipe.dataset.code)));
        steps = done.add(place).size;
        progress();
      } else if (name === "run") {
        over = true;
        const parts = recipe.querySelectorAll(".part");
        [data.earns, data.twin].forEach((part, i) => parts[i].classList.add(part.verdict));
        say(words(data.verdict, data.milliseconds), data.verdict);
      }
    };
    try {
      const response = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "text/event-stream", "Accept-Language": language },
        signal: abort.signal,
      });
      if (!response.ok) {
        say(words(response.status === 429 ? "busy" : "lost"), "failed");
        return;
      }
      await statuslab.follow(response.body, told);
      if (!over) {
        say(words("lost"), "failed");
      }
    } catch (error) {
      say(words(abort.signal.aborted ? "stopped" : "lost"), abort.signal.aborted ? "" : "failed");
    } finally {
      form.stop = null;
      button.textContent = words("again");
    }
  };

  for (const recipe of document.querySelectorAll(".recipe")) {
    const form = recipe.querySelector("form");
    const button = form.querySelector("button");
    form.addEventListener("submit", (event) => {
      if (event.submitter && event.submitter !== button) {
        return; // the archive: the server plays it, and the browser saves it
      }
      event.preventDefault();
      if (form.stop) {
        form.stop();
      } else {
        play(recipe, form, button);
      }
    });
  }

  /** A button that copies; only where the browser lets a page do so. */
  const copier = (name, text) => {
    const label = words("copy");
    const button = build("button", { type: "button", class: "copy", "aria-label": `${label}: ${name}` }, label);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(await text());
      button.textContent = words("copied");
      setTimeout(() => (button.textContent = label), 2000);
    });
    return button;
  };

  if (navigator.clipboard) {
    for (const code of document.querySelectorAll(".constants code")) {
      code.after(" ", copier(code.textContent, () => code.textContent));
    }
    for (const link of document.querySelectorAll(".recipe .file a")) {
      const read = () => fetch(link.href, { headers: { "Accept-Language": language } }).then((file) => file.text());
      link.after(copier(link.textContent, read));
    }
  }
})();
