/** A finding in words, with where its rule comes from. */
import { h, popButton } from "../kit/index.js";

export function message(one, why) {
  return h("div", { class: ["cf-plan-message", `cf-plan-${one.weight}`], key: `${one.rule} ${one.text}` }, [
    h("p", {}, [h("strong", { text: `${one.weight_words} ` }), one.text]),
    why && one.source
      ? popButton({ key: `source ${one.rule}`, label: why, face: () => why, content: () => h("p", { class: "cf-plan-why", text: one.source }) })
      : null,
  ]);
}
