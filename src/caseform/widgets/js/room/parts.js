/** What the whole picture and a ring have in common: cards that are their words, and arrows. */
import { h, mark, s } from "../kit/index.js";

const TIP = 14;

/** A card is its words alone: who said them stood on the slides before. */
export function smallCard(card, side, about) {
  return h("li", { class: ["cf-room-small", side && `cf-${side}`], ...about }, [
    side ? h("span", { class: ["cf-band", `cf-${side}`, "cf-room-band"], aria: { hidden: "true" } }) : null,
    h("span", { text: card.words }),
    card.strong ? mark("strength") : null,
  ]);
}

/**
 * An arrow along a curve. It is drawn up to its tip, so that the end stays sharp.
 *
 * @param {number[][]} points Start, two control points, end.
 * @param {string} sign `less` is dashed.
 */
export function arrow([start, out, into, end], sign) {
  const along = Math.hypot(end[0] - into[0], end[1] - into[1]) || 1;
  const back = [((into[0] - end[0]) / along) * TIP, ((into[1] - end[1]) / along) * TIP];
  const base = [end[0] + back[0], end[1] + back[1]];
  const side = [-back[1] * 0.57, back[0] * 0.57];
  const dashed = sign === "less" ? " cf-room-link-less" : "";
  return [
    s("path", { d: `M${start}C${out} ${into} ${base}`, class: `cf-room-link${dashed}` }),
    s("path", {
      d: `M${end}L${base[0] + side[0]},${base[1] + side[1]}L${base[0] - side[0]},${base[1] - side[1]}z`,
      class: "cf-room-tip",
    }),
  ];
}
