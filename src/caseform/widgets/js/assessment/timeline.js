/** What happened, in order, along one line. */
import { button, h, tick } from "../kit/index.js";
import { head } from "./shared.js";

export function timelineTab({ send }, ask) {
  return (shown) => [
    head(shown),
    h("div", { class: "cf-row", key: "add" }, button(shown.add, () => about(shown.form, null), { icon: "plus", key: "add" })),
    shown.empty ? h("p", { class: "cf-empty", key: "empty", text: shown.empty }) : null,
    shown.onset.text
      ? h("div", { class: "cf-prepare-onset", key: "onset" }, [h("span", { class: "cf-quiet", text: shown.onset.label }), h("p", { class: "cf-prepare-words", text: shown.onset.text })])
      : null,
    h("ol", { class: "cf-prepare-line", key: "line" }, shown.events.map((one) => h("li", { key: one.id, class: one.turn ? "cf-prepare-turned" : null }, [
      h("span", { class: "cf-prepare-when", text: one.when }),
      h("span", { class: "cf-prepare-dot", aria: { hidden: "true" } }),
      h("div", { class: "cf-prepare-happened" }, [
        h("p", { class: "cf-prepare-words", text: one.words }),
        one.turn ? h("span", { class: "cf-prepare-badge", text: one.turn }) : null,
      ]),
      button(one.edit, () => about(shown.form, one), { look: "quiet", icon: "pencil", iconOnly: true, key: "edit" }),
    ]))),
  ];

  function about(asked, one) {
    ask({
      name: "event",
      title: one ? one.words : asked.new,
      close: asked.close,
      act: one ? asked.do : asked.do_new,
      start: one ? one.told : { words: "", on: "", about: "", changes_plan: false, is_transition: false },
      content: ({ values, text, set }) => [
        text("words", asked.words, { hint: asked.words_hint }),
        text("on", asked.on, { type: "date" }),
        text("about", asked.about, { hint: asked.about_hint }),
        tick({ key: "turn", text: asked.changes_plan, hint: asked.changes_plan_hint, checked: values.changes_plan, change: (on) => set("changes_plan", on) }),
        tick({ key: "transition", text: asked.is_transition, hint: asked.is_transition_hint, checked: values.is_transition, change: (on) => set("is_transition", on) }),
      ],
      intent: (values) => ({ kind: "save-event", id: one?.id ?? null, ...values }),
      more: () => (one ? button(one.remove, () => send({ kind: "remove-event", id: one.id }), { look: "quiet", key: "remove" }) : null),
    });
  }
}
