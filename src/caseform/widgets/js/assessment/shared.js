/** Pieces that more than one tab is made of. */
import { button, h, icon, popButton } from "../kit/index.js";

/** The heading of a tab, with what it is for; `alone` says that nobody else sees it. */
export function head({ title, hint, alone }) {
  return h("header", { class: "cf-prepare-head", key: "head" }, [
    h("h2", { class: "cf-unseen", text: title }),
    alone ? h("p", { class: "cf-prepare-alone" }, [icon("lock"), h("span", { text: alone })]) : null,
    h("p", { class: "cf-quiet", text: hint }),
  ]);
}

/** A word that stands on many buttons, and what this one is about for who cannot see where it is. */
export function named(label, about) {
  return [h("span", { text: label }), h("span", { class: "cf-unseen", text: ` ${about}` })];
}

/** Where something comes from, one press away; `also` stands above it. */
export function source(label, text, about, also) {
  return popButton({
    key: `source ${about}`,
    class: "cf-prepare-source",
    label: `${label}: ${about}`,
    face: () => named(label, about),
    content: () => h("div", { class: "cf-prepare-why" }, [also ? h("p", { text: also }) : null, h("p", { text })]),
  });
}

/**
 * Makes what folds something away under its own name.
 *
 * @param {() => void} redraw
 * @param {string[]} [open] What is unfolded to begin with.
 * @returns {(key: string, face: *, content: () => *) => *}
 */
export function folding(redraw, open = []) {
  const unfolded = new Set(open);
  return (key, face, content) => {
    const isOpen = unfolded.has(key);
    const turn = () => {
      if (isOpen) unfolded.delete(key);
      else unfolded.add(key);
      redraw();
    };
    return h("div", { class: "cf-prepare-fold", key: `fold ${key}` }, [
      typeof face === "string"
        ? button(face, turn, { look: "quiet", icon: isOpen ? "up" : "down", key: "turn", aria: { expanded: String(isOpen) } })
        : h("button", { type: "button", class: "cf-prepare-turn", key: "turn", aria: { expanded: String(isOpen) }, on: { click: turn } }, [
            icon(isOpen ? "up" : "down"),
            face,
          ]),
      isOpen ? h("div", { class: "cf-prepare-folded", key: "folded" }, content()) : null,
    ]);
  };
}

/** The name of a field that begins with `start` and holds words that were never committed. */
export function halfTyped({ view }, start) {
  return Object.keys(view().drafts ?? {}).find((name) => name === start || name.startsWith(`${start}.`));
}

/** What was written on earlier days, each with its day. */
export function earlierOnes(entries) {
  return h("ul", { class: "cf-prepare-earlier" }, entries.map((one, at) => h("li", { key: `${one.on} ${at}` }, [
    one.on ? h("span", { class: "cf-quiet", text: one.on }) : null,
    h("p", { class: "cf-prepare-words", text: one.words }),
  ])));
}
