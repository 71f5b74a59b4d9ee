/*
 * The home page's board: finds codes as one types, and moves over them by keys. Without
 * this script the form leads to /codes, and the choice of what is shown is the style
 * sheet's work.
 */
(() => {
  "use strict";

  const home = document.querySelector("main.home");
  const field = document.getElementById("q");
  const count = document.getElementById("count");
  const otherLanguage = document.querySelector("a.language");
  const shows = [...home.querySelectorAll("input[name=show]")];
  const groups = [...home.querySelectorAll(".group")];
  const tiles = [...home.querySelectorAll(".codes li")].map((item) => {
    const link = item.querySelector("a");
    const [number, text] = link.children;
    return {
      item,
      link,
      code: number.textContent,
      name: `${number.textContent} ${text.firstElementChild.textContent}`.toLowerCase(),
      text: link.textContent.toLowerCase(),
      official: !item.closest("ul").classList.contains("unofficial"),
    };
  });

  /* Each word of the catalogue with its codes; fetched when somebody is about to search. */
  let words = new Map();
  let asked = false;

  async function fetchWords() {
    if (asked) {
      return;
    }
    asked = true;
    try {
      const response = await fetch(home.dataset.words);
      words = new Map(Object.entries(await response.json()));
      apply();
    } catch {
      // names and summaries are here anyway; the next one to search asks again
      asked = false;
    }
  }

  /* As SearchWords takes the catalogue apart. */
  function wordsOf(question) {
    return question.split(/[^\p{L}\p{N}/-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  }

  function finder(word) {
    if (/^\d{1,3}$/.test(word)) {
      return (tile) => tile.code.startsWith(word);
    }
    if (/^\dxx$/.test(word)) {
      return (tile) => tile.code.startsWith(word[0]);
    }
    const codes = new Set();
    words.forEach((found, known) => {
      if (known.includes(word)) {
        found.forEach((code) => codes.add(String(code)));
      }
    });
    return (tile) => codes.has(tile.code) || tile.text.includes(word);
  }

  function apply() {
    const question = field.value.trim().toLowerCase();
    const finders = wordsOf(question).map(finder);
    const show = shown();
    let left = 0;
    for (const tile of tiles) {
      const wanted = show === "all" || tile.official === (show === "registered");
      tile.item.hidden = !(wanted && finders.every((finds) => finds(tile)));
      tile.item.classList.toggle("named", question !== "" && tile.name.includes(question));
      left += tile.item.hidden ? 0 : 1;
    }
    home.classList.toggle("searching", question !== "");
    for (const group of groups) {
      group.hidden = !group.querySelector("li:not([hidden])");
      group.querySelectorAll("h3").forEach((heading) => {
        heading.hidden = !group.querySelector(".unofficial li:not([hidden])");
      });
    }
    say(left === 0 ? count.dataset.none
        : left === 1 ? count.dataset.one
        : count.dataset.many.replace("#", left));
    keep();
  }

  function shown() {
    return shows.find((choice) => choice.checked).value;
  }

  /* What has not changed is not announced again. */
  function say(text) {
    if (count.textContent !== text) {
      count.textContent = text;
    }
  }

  function visible() {
    return tiles.filter((tile) => !tile.item.hidden).map((tile) => tile.link);
  }

  /* The code that the question names, or the only one that is left. */
  function best() {
    const links = visible();
    return links.find((link) => link.parentElement.classList.contains("named")) ?? (links.length === 1 ? links[0] : null);
  }

  /* The address keeps the question and what is shown: for the way back, for others, and in the other language. */
  function keep() {
    const kept = new URLSearchParams();
    if (field.value) {
      kept.set("q", field.value);
    }
    if (shown() !== "all") {
      kept.set("show", shown());
    }
    const hash = String(kept);
    if (location.hash.slice(1) !== hash) {
      history.replaceState(null, "", location.pathname + location.search + (hash && `#${hash}`));
    }
    otherLanguage.hash = hash;
  }

  /* What the address kept; else a browser may have filled in again what stood there. */
  function restore() {
    const kept = new URLSearchParams(location.hash.slice(1));
    field.value = kept.get("q") || field.value;
    const choice = shows.find((one) => one.value === kept.get("show"));
    if (choice) {
      choice.checked = true;
    }
    if (field.value) {
      fetchWords();
    }
    apply();
  }

  function clear() {
    field.value = "";
    apply();
    field.focus();
  }

  /* The nearest link in the next row, up or down. */
  function beyond(link, down) {
    const from = link.getBoundingClientRect();
    const distance = (rect) => (down ? rect.top - from.bottom : from.top - rect.bottom);
    let nearest = null;
    for (const other of visible()) {
      const rect = other.getBoundingClientRect();
      const rows = distance(rect);
      if (rows < -2) {
        continue;
      }
      const aside = Math.abs(rect.left - from.left);
      if (!nearest || rows < nearest.rows - 4 || (rows < nearest.rows + 4 && aside < nearest.aside)) {
        nearest = { link: other, rows, aside };
      }
    }
    return nearest?.link;
  }

  function target(key, link) {
    const links = visible();
    const place = links.indexOf(link);
    switch (key) {
      case "ArrowRight":
        return links[place + 1];
      case "ArrowLeft":
        return links[place - 1];
      case "ArrowDown":
        return beyond(link, true);
      case "ArrowUp":
        return beyond(link, false) ?? field;
      case "Home":
        return links[0];
      case "End":
        return links.at(-1);
      default:
        return undefined;
    }
  }

  field.addEventListener("focus", fetchWords);
  field.addEventListener("input", () => {
    fetchWords();
    apply();
  });
  field.form.addEventListener("submit", (event) => {
    const link = best();
    if (link) {
      event.preventDefault();
      link.click();
    }
  });
  shows.forEach((choice) => choice.addEventListener("change", apply));
  window.addEventListener("pageshow", restore);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    const on = event.target;
    if (event.key === "/" && !on.matches("input:not([type=radio]), textarea, select")) {
      event.preventDefault();
      field.focus();
      field.select();
    } else if (event.key === "Escape" && (on === field || field.value)) {
      event.preventDefault();
      clear();
    } else if (event.key === "ArrowDown" && on === field) {
      event.preventDefault();
      (best() ?? visible()[0])?.focus();
    } else if (on.matches(".codes a") && !event.shiftKey) {
      const next = target(event.key, on);
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }
  });

  count.hidden = false;
  home.querySelector(".keys").hidden = false;
  restore();
})();
