/** A rating of distress: on the scale that was used, with the other scale one press away. */
import { button, h, segmented } from "../kit/index.js";

/**
 * Makes what draws a rating.
 *
 * @param {() => void} redraw
 * @returns {(options: object) => HTMLElement} `options` is:
 *   id        What is rated; the scale that is offered is remembered for it.
 *   value     The rating as an id of `scales`, or null.
 *   given     The scale on which it was given, or null.
 *   scale     The scale to offer where none was used.
 *   scales    What can be chosen, by scale.
 *   labels    What is asked, by scale.
 *   switches  Words of the button to the other scale, by the scale that is shown.
 *   choose    (value, scale) => void.
 */
export function ratings(redraw) {
  const offers = new Map(); // the scale that is offered, where it is another than before
  return ({ id, value, given, scale, scales, labels, switches, choose }) => {
    const offered = offers.get(id) ?? given ?? scale;
    const isFaces = offered === "faces-5";
    return h("div", { key: "rating", class: isFaces ? "cf-faces" : "cf-numbers" }, [
      segmented({
        key: offered,
        label: labels[offered],
        showLabel: true,
        options: scales[offered],
        // What was said on another scale is never put on this one.
        chosen: given === offered ? value : null,
        choose: (chosen) => choose(chosen == null ? null : Number(chosen), offered),
        canClear: true,
        wrap: true,
      }),
      button(switches[offered], () => { offers.set(id, isFaces ? "0-10" : "faces-5"); redraw(); }, {
        look: "quiet",
        key: "scale",
      }),
    ]);
  };
}
