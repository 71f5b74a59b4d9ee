/*
 * The composer: builds the address and the curl line as one chooses, sends the request
 * and shows what a browser lets a script see of the answer. Without this script the form
 * does the building on the server, as Composition does.
 */
(() => {
  "use strict";

  const main = document.querySelector("main.compose");
  const form = document.getElementById("wish");
  const address = document.getElementById("address");
  const curl = document.getElementById("curl");
  const answer = document.getElementById("answer");
  const state = document.getElementById("state");
  const seen = document.getElementById("seen");
  const send = document.getElementById("send");
  const stop = document.getElementById("stop");
  const otherLanguage = document.querySelector("a.language");
  const say = answer.dataset;
  const longest = 4096;
  let running = null;

  /* Like Composition.encode. */
  function encode(text) {
    return encodeURIComponent(text.toWellFormed?.() ?? text)
      .replace(/[!'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
      .replace(/%3A/g, ":")
      .replace(/%2F/g, "/")
      .replace(/%2C/g, ",");
  }

  function target() {
    const wish = form.elements;
    const parameters = [
      ["delay", wish.delay.value.trim()],
      ["retry-after", wish["retry-after"].value.trim()],
      ["fault", wish.fault.value],
      ...wish.header.value.split("\n").map((line) => ["header", line.trim()]),
      ["body", wish.body.value],
    ];
    const query = parameters
      .filter(([, value]) => value !== "")
      .map(([name, value]) => `${name}=${encode(value)}`)
      .join("&");
    return `${main.dataset.base ?? ""}/status/${wish.code.value}${query ? `?${query}` : ""}`;
  }

  function build() {
    const built = target();
    address.href = built;
    address.textContent = location.origin + built;
    curl.textContent = `curl -i '${location.origin}${built}'`;
    otherLanguage.search = chosen(otherLanguage.hreflang);
  }

  /* What is chosen, in another language. */
  function chosen(language) {
    const choices = [...new FormData(form)].filter(([name, value]) => name !== "lang" && value !== "");
    return new URLSearchParams([...choices, ["lang", language]]);
  }

  function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) {
      made.className = className;
    }
    return made;
  }

  function note(text) {
    seen.append(element("p", text, "note"));
  }

  function block(text) {
    const made = element("pre", text);
    // it may scroll, by keys too
    made.tabIndex = 0;
    seen.append(made);
  }

  function head(response) {
    const line = element("p", "", `status c${Math.floor(response.status / 100)}`);
    line.append(element("span", response.status, "number"), " ", element("span", response.statusText));
    const fields = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
    seen.append(line);
    block(fields);
    note(say.fields);
  }

  /* Reads to the end, or to where it breaks off. */
  async function content(response) {
    const pieces = [];
    let octets = 0;
    let broken = null;
    try {
      const reader = response.body?.getReader();
      for (let piece = await reader?.read(); piece && !piece.done; piece = await reader.read()) {
        octets += piece.value.length;
        pieces.push(piece.value);
      }
    } catch (failure) {
      broken = failure;
    }
    const text = await new Blob(pieces).slice(0, longest).text();
    return { text: octets > longest ? `${text} …` : text, octets, broken };
  }

  /* Shows the answer, and returns what is to be said of it. */
  async function run(signal) {
    const started = performance.now();
    const since = () => Math.round(performance.now() - started);
    let response;
    try {
      // no-store: a stored answer is none; omit: 401 asks nobody for a password
      response = await fetch(target(), { redirect: "manual", cache: "no-store", credentials: "omit", signal });
    } catch {
      return signal.aborted ? say.stopped : say.nothing;
    }
    if (response.type === "opaqueredirect") {
      return say.redirect;
    }
    const first = since();
    head(response);
    if (form.elements.code.value < 200 && response.ok) {
      note(say.interim);
    }
    const { text, octets, broken } = await content(response);
    const whole = since();
    if (text) {
      block(text);
    }
    if (signal.aborted) {
      return say.stopped;
    }
    if (broken) {
      note(say.broken.replace("#", octets));
    } else if (octets === 0) {
      note(say.empty);
    }
    note(say.times.replace("##", whole).replace("#", first));
    return say.arrived;
  }

  async function start() {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    seen.replaceChildren();
    answer.hidden = false;
    stop.hidden = false;
    state.textContent = say.waiting;
    const said = await run(mine.signal);
    if (running === mine) {
      running = null;
      stop.hidden = true;
      state.textContent = said;
    }
  }

  form.addEventListener("input", build);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    build();
    start();
  });
  stop.addEventListener("click", () => running?.abort());
  main.querySelectorAll(".clip").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => statuslab.copy(button));
  });
  document.getElementById("build").hidden = true;
  // a browser may have filled in again what was chosen
  window.addEventListener("pageshow", build);
  build();
  if (location.hash === "#try") {
    start();
  }
})();
