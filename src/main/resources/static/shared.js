/*
 * What the scripts of several pages need: comes before them.
 */
const statuslab = {
  /** Reads a stream of events (HTML, server-sent events), and tells of each, one after the other. */
  async follow(body, told) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      rest += value;
      const events = rest.split("\n\n");
      rest = events.pop();
      for (const event of events) {
        const lines = event.split("\n");
        const text = (field) =>
          lines.filter((line) => line.startsWith(field + ":")).map((line) => line.slice(field.length + 1)).join("\n");
        if (text("data")) {
          await told(text("event"), JSON.parse(text("data")));
        }
      }
    }
  },

  /** Copies the text of the element that a button is of, and says so on the button for a while. */
  async copy(button) {
    const source = document.getElementById(button.dataset.of);
    try {
      await navigator.clipboard.writeText(source.textContent);
    } catch {
      // over plain http there is no clipboard: the text is selected, to be copied by hand
      getSelection().selectAllChildren(source);
      return;
    }
    const label = button.textContent;
    if (label !== button.dataset.done) {
      button.textContent = button.dataset.done;
      setTimeout(() => {
        button.textContent = label;
      }, 1500);
    }
  },
};
