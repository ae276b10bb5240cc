/** A dialog with a few questions. It stays, words and all, until Python took what it asks for. */
import { button, dialog, field, h } from "./kit/index.js";

/**
 * Makes `ask`, which opens a dialog; one at a time.
 *
 * @param {import("./kit/page.js").Context} context
 * @returns {(asked: object) => void} `asked` is:
 *   name      Names the dialog: Python's message {kind: "answer", what: name, problem} is for it.
 *   title, close, act    Words: above it, of the cross, of the button that does it.
 *   start     The answers to begin with, by name.
 *   content   ({values, text, set}) => nodes. `text(name, label, more)` makes a field that fills
 *             `values[name]`, and tells `more.heard` of each letter; `set(name, value)` sets an
 *             answer and draws again.
 *   intent    (values) => what is sent.
 *   next      (values) => the answers to go on with once taken; without it the dialog closes.
 *   more      Further buttons at the foot, at the left.
 *   journal   Whether half-typed words are written down; false while no case is open.
 */
export function asking({ root, send, draft, onMessage }) {
  let open = null;
  onMessage("answer", ({ what, problem }) => what === open?.name && open.hear(problem));
  // A fault of ours is told at the foot of the page, which lies under the dialog.
  onMessage("notice", ({ text }) => open?.isWaiting() && open.hear(text));

  return (asked) => {
    const { name, journal = true } = asked;
    const typed = new Set(); // the fields that the journal knows
    const begun = new Set();
    let values = { ...asked.start };
    let round = 0;
    let waiting = false;
    let problem = "";

    const text = (part, label, more = {}) => {
      const called = `${name}.${part}`;
      const written = journal && more.type !== "password";
      // What was half typed when the page went away comes back.
      if (written && !begun.has(part) && draft(called) != null) {
        values[part] = draft(called);
        typed.add(called);
      }
      begun.add(part);
      const hear = (words) => {
        values[part] = words;
        if (written) typed.add(called);
        more.heard?.();
      };
      return field({
        // Another name after each round: the words of the last one are done with.
        name: round ? `${called}-${round}` : called,
        label,
        value: asked.start?.[part] ?? "",
        draft: values[part],
        send: written && !round ? send : () => {},
        ontext: hear,
        commit: hear,
        ...more,
      });
    };
    const set = (part, value) => {
      values[part] = value;
      panel.redraw();
    };
    const go = () => {
      // A second press while the first is under way would ask for the same thing twice.
      if (waiting) return;
      waiting = true;
      // Making a case takes a while on a slow computer: the press is seen to be heard.
      panel.redraw();
      send(asked.intent({ ...values }));
    };
    const hear = (said) => {
      waiting = false;
      problem = said ?? "";
      if (problem) return panel.redraw();
      if (!asked.next) {
        typed.clear();
        return panel.close();
      }
      values = asked.next(values);
      round += 1;
      panel.redraw();
      panel.node.querySelector(".cf-dialog-body input")?.focus();
    };
    const forget = () => {
      open = null;
      for (const each of typed) send({ kind: "typing", field: each, text: null });
    };

    const panel = dialog(root, {
      title: asked.title,
      closeWords: asked.close,
      closed: forget,
      content: () =>
        h(
          "form",
          {
            class: "cf-stack cf-ask",
            // Enter in any field is the same as the button.
            on: {
              submit: (event) => event.preventDefault(),
              keydown: (event) => {
                if (event.key === "Enter" && event.target.matches("input:not([type=checkbox])")) {
                  event.preventDefault();
                  go();
                }
              },
            },
          },
          [
            asked.content({ values, text, set }),
            problem ? h("p", { class: "cf-ask-problem", role: "alert", key: "problem", text: problem }) : null,
          ],
        ),
      actions: (close) => [
        asked.more?.(close),
        h("span", { class: "cf-push" }),
        button(asked.act, go, { look: "main", key: "act", aria: { busy: String(waiting) } }),
      ],
    });
    open = { name, hear, isWaiting: () => waiting };
  };
}
