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

/**
 * Makes what puts the focus back on the tab when the row that had it went away.
 *
 * @param {Element} main
 * @returns {(rows: string[]) => void} To be told, at each drawing, which rows there are.
 */
export function focusKept(main) {
  let before = null;
  return (rows) => {
    const now = rows.join(" ");
    const hasChanged = before !== null && before !== now;
    before = now;
    if (!hasChanged) return;
    requestAnimationFrame(() => {
      if (!document.activeElement?.closest(".cf")) main.querySelector(".cf-plan-needs button")?.focus({ preventScroll: true });
    });
  };
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
