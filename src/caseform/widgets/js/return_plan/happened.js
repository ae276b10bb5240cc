/** What was expected of a step beside what was said on its days. */
import { h, s } from "../kit/index.js";

const WIDTH = 240;
const EDGE = 12;
const RING = 8;
const APART = 9;

/** Draws a line on which what was expected and what was said lie, and the days of a step. */
export function happened(shown, words, { withDays }) {
  return h("div", { class: "cf-ladder-happened", key: "happened" }, [
    h("h3", { text: words.happened }),
    h("p", { text: `${shown.sum} ${shown.expected}` }),
    shown.line ? line(shown.line, words["happened-line"]) : null,
    withDays ? h("ul", {}, shown.days.map((day) => h("li", { key: day.key }, [
      h("span", { class: "cf-quiet", text: day.on }),
      h("span", { text: day.text }),
      h("span", { text: day.rating }),
      h("span", { class: "cf-quiet", text: day.words }),
    ]))) : null,
  ]);
}

function line({ low, high, expected, said }, label) {
  const at = (value) => EDGE + ((value - low) / (high - low)) * (WIDTH - 2 * EDGE);
  const stacked = new Map();
  const highest = Math.max(1, ...said.map((value) => said.filter((other) => other === value).length));
  const base = RING + (highest - 1) * APART + 2;
  const height = base + 18;
  return h("figure", {}, [
    s("svg", { viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, aria: { hidden: "true" } }, [
      s("line", { x1: EDGE, x2: WIDTH - EDGE, y1: base, y2: base, class: "cf-ladder-axis" }),
      [low, high].map((value) => s("text", { x: at(value), y: height - 1, "text-anchor": "middle", text: value })),
      said.map((value, n) => {
        const above = stacked.get(value) ?? 0;
        stacked.set(value, above + 1);
        return s("circle", { key: String(n), cx: at(value), cy: base - above * APART, r: 4, class: "cf-ladder-named" });
      }),
      expected == null ? null : s("circle", { cx: at(expected), cy: base, r: RING, class: "cf-ladder-expected" }),
    ]),
    h("figcaption", { class: "cf-quiet", text: label }),
  ]);
}
