/** A calm card after a break or a hard week, with three ways to begin again. */
import { button, h, popButton } from "../kit/index.js";

/** Makes what draws how to begin again. */
export function againPart({ send }) {
  return (shown) =>
    shown &&
    h("section", { class: "cf-card cf-again", key: "again" }, [
      h("div", { class: "cf-row" }, [
        h("h2", { text: shown.title }),
        h("span", { class: "cf-push" }),
        popButton({
          key: "again",
          label: shown.why,
          class: "cf-plan-link",
          face: () => shown.why,
          content: () => h("div", { class: "cf-plan-why" }, shown.sources.map((text) => h("p", { text }))),
        }),
      ]),
      h("p", { text: shown.words }),
      h("p", { class: "cf-quiet", text: shown.normal }),
      h("ul", { class: "cf-again-ways" }, shown.options.map((one) => h("li", { key: one.way }, [
        h("p", { text: one.words }),
        h("p", { class: "cf-quiet", text: one.consequence }),
        button(one.do, () => send({ kind: "begin-again", way: one.way }), { key: "do", aria: { label: `${one.do}: ${one.words}` } }),
      ]))),
    ]);
}
