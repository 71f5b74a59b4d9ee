/*
 * Shows the verdicts of a lab as they turn, and copies lines. Without it the page is a report: a client's section comes
 * from there, and only what changes in it is set here.
 */
(() => {
  "use strict";

  const NAME = /^[A-Za-z0-9._-]{1,40}$/;
  const PAUSE = 1000; // milliseconds before a stream that ended is asked for again
  const language = document.documentElement.lang;
  const terminal = document.getElementById("terminal");
  if (terminal) {
    // nobody has opened a lab yet
    terminal.textContent = location.origin;
    return;
  }
  const state = document.getElementById("state");
  const clients = document.getElementById("clients");
  const name = document.getElementById("name");
  const address = new URL(location.href);
  address.searchParams.delete("format");

  const say = (word) => {
    state.textContent = state.dataset[word];
  };

  const get = (type) =>
    fetch(address, { cache: "no-store", headers: { Accept: type, "Accept-Language": language } });

  const sectionOf = (client, within = clients) => within.querySelector(`[data-client="${CSS.escape(client)}"]`);

  /** Fetches the report and adds the clients that are not shown yet, in its order. */
  const refresh = async () => {
    const response = await get("text/html");
    if (!response.ok) {
      return;
    }
    const report = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const section of report.querySelectorAll("#clients .client")) {
      if (!sectionOf(section.dataset.client)) {
        clients.querySelector(".none")?.remove();
        clients.append(document.importNode(section, true));
      }
    }
  };

  const set = (element, text) => {
    if (element.textContent !== text) {
      element.textContent = text;
    }
  };

  const turn = (client, result) => {
    const section = sectionOf(client);
    const item = section?.querySelector(`[data-exercise="${CSS.escape(result.name)}"]`);
    if (!item) {
      return;
    }
    const verdict = item.querySelector(".verdict");
    item.className = result.verdict;
    verdict.className = `verdict ${result.verdict}`;
    set(verdict, clients.getAttribute(`data-${result.verdict}`));
    set(item.querySelector(".says"), result.says);
    set(item.querySelector("pre code"), result.evidence.join("\n"));
    item.querySelector("details").hidden = result.evidence.length === 0;
    for (const total of section.querySelectorAll(".tally [data-verdict]")) {
      set(total, String(section.querySelectorAll(`li.${total.dataset.verdict}`).length));
    }
  };

  const told = async (event, data) => {
    const changes =
      event === "report"
        ? data.clients.flatMap((one) => one.exercises.map((exercise) => ({ client: one.client, exercise })))
        : [data];
    if (changes.some((change) => !sectionOf(change.client))) {
      await refresh();
    }
    changes.forEach((change) => turn(change.client, change.exercise));
  };

  const watch = async () => {
    for (;;) {
      try {
        const response = await get("text/event-stream");
        if (!response.ok) {
          say({ 404: "gone", 503: "busy" }[response.status] || "lost");
          return;
        }
        say("watching");
        await statuslab.follow(response.body, told);
      } catch {
        say("lost");
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  };

  for (const button of document.querySelectorAll(".clip")) {
    button.hidden = false;
    button.addEventListener("click", () => statuslab.copy(button));
  }
  const rename = () => {
    if (NAME.test(name.value)) {
      document.querySelectorAll(".own").forEach((own) => set(own, name.value));
    }
  };
  name.addEventListener("input", rename);
  // a browser may have filled in again what was chosen
  window.addEventListener("pageshow", rename);
  document.getElementById("named").hidden = false;
  watch();
})();
