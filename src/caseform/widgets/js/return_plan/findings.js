/** A finding with what can be done about it: read why, go where it is solved, set it aside. */
import { button, h } from "../kit/index.js";
import { source } from "./folds.js";

/**
 * Makes what draws one finding.
 *
 * @param {import("../kit/page.js").Context} context
 * @param {(asked: object) => void} ask
 * @param {(place: object) => void} go
 * @returns {(finding: object, words: object, isThere?: boolean) => *} `isThere` leaves out the
 *   button that goes where one is already.
 */
export function findingRows({ send }, ask, go) {
  const setAside = settingAside(ask);
  return (one, words, isThere) => h("div", { key: `${one.rule} ${one.where}`, class: ["cf-plan-message", "cf-plan-finding", `cf-plan-${one.weight}`] }, [
    h("p", { key: "text" }, [h("strong", { text: `${one.weight_words} ` }), one.text]),
    h("div", { class: "cf-plan-acts", key: "acts" }, [
      one.place && !isThere ? button(one.place.text, () => go(one.place), { look: "quiet", key: "go", icon: "right" }) : null,
      source(words.why, one.sources, one.text),
      one.can_set_aside ? button(words.aside, () => setAside(one, words), { look: "quiet", key: "aside", aria: { label: `${words.aside}: ${one.text}` } }) : null,
    ]),
  ]);
}

/** Makes what asks why a rule is set aside; `one` is {rule, where, text}. */
export function settingAside(ask) {
  return (one, words) =>
    ask({
      name: "aside",
      title: words.aside_ask,
      close: words.close,
      act: words.aside_do,
      content: ({ text }) => [
        h("p", { key: "rule", text: one.text }),
        h("p", { key: "about", class: "cf-quiet", text: words.aside_text }),
        text("reason", words.aside_label),
      ],
      intent: ({ reason }) => ({ kind: "set-aside", rule: one.rule, where: one.where, reason }),
    });
}
