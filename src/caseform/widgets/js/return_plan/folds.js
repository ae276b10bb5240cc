/** Rows of which one is open at a time, and where something comes from. */
import { h, icon, popButton } from "../kit/index.js";

/**
 * Makes rows that fold open under their own name, one at a time.
 *
 * @param {() => void} redraw
 * @returns {{row: (key: string, face: *, content: () => *) => *, open: (key: string) => void,
 *   isOpen: (key: string) => boolean}}
 */
export function rowsOneAtATime(redraw) {
  let opened = null;
  const row = (key, face, content) => {
    const isOpen = opened === key;
    return h("li", { key, class: ["cf-plan-fold", isOpen && "cf-plan-unfolded"] }, [
      h("button", {
        type: "button",
        class: "cf-plan-turn",
        key: "turn",
        aria: { expanded: String(isOpen) },
        on: { click: () => { opened = isOpen ? null : key; redraw(); } },
      }, [icon(isOpen ? "up" : "down"), h("span", { class: "cf-plan-face" }, face)]),
      isOpen ? h("div", { class: "cf-plan-folded", key: "folded" }, content()) : null,
    ]);
  };
  return { row, open: (key) => { opened = key; }, isOpen: (key) => opened === key };
}

/** Where something comes from, one press away; `label` stands on the button. */
export function source(label, sentences, about) {
  return sentences.length
    ? popButton({
        key: `source ${about}`,
        class: "cf-plan-source",
        label: `${label} ${about}`,
        face: () => [h("span", { text: label }), h("span", { class: "cf-unseen", text: ` ${about}` })],
        content: () => h("div", { class: "cf-plan-why" }, sentences.map((one) => h("p", { text: one }))),
      })
    : null;
}
