/** Writing the coming days down, agreeing on them with people, and what was agreed before. */
import { button, h, popButton, tick } from "../kit/index.js";

const CHANGES_SHOWN = 3;

/** Makes what draws the foot of the coming days. */
export function agreePart({ send }, ask) {
  return agreeing;

  function agreeing(shown, written) {
    return h("div", { class: "cf-agree", key: "agree" }, [
      shown.last ? last(shown.last) : null,
      h("p", { class: "cf-quiet", text: written }),
      h("div", { class: "cf-row" }, [
        button(shown.pencil, () => send({ kind: "pencil" }), { icon: "pencil", key: "pencil" }),
        button(shown.agree, () => agree(shown.asked), { look: "main", icon: "check", key: "agree" }),
      ]),
      h("p", { class: "cf-quiet", text: shown.open }),
    ]);
  }

  function last({ text, changed_title: title, changed, all_changed, same, versions }) {
    return h("div", { class: "cf-agree-last", key: "last" }, [
      h("p", {}, [h("strong", { text })]),
      changed.length ? h("p", { text: title }) : h("p", { class: "cf-quiet", text: same }),
      changed.length ? h("ul", {}, changed.slice(0, CHANGES_SHOWN).map((one) => h("li", { text: one }))) : null,
      changed.length > CHANGES_SHOWN
        ? popButton({
            key: "changed",
            label: all_changed,
            class: "cf-plan-link",
            face: () => all_changed,
            content: () => h("ul", { class: "cf-agree-changed" }, changed.map((one) => h("li", { text: one }))),
          })
        : null,
      popButton({
        key: "versions",
        label: versions.label,
        class: "cf-plan-link",
        face: () => versions.label,
        content: () => h("div", { class: "cf-stack cf-agree-versions" }, versions.all.map((one) => h("section", { key: one.key }, [
          h("h3", { text: one.text }),
          h("ul", {}, one.days.map((day) => h("li", { text: day }))),
        ]))),
      }),
    ]);
  }

  function agree(asked) {
    ask({
      name: "agree",
      title: asked.title,
      close: asked.close,
      act: asked.do,
      start: { agreed_by: [] },
      content: ({ values, text, set }) => [
        h("div", { role: "group", aria: { label: asked.who }, key: "who" }, [
          h("div", { class: "cf-field-label", text: asked.who, aria: { hidden: "true" } }),
          asked.people.map(({ id, text: called }) => tick({
            key: id,
            text: called,
            checked: values.agreed_by.includes(id),
            change: (on) => set("agreed_by", on ? [...values.agreed_by, id] : values.agreed_by.filter((one) => one !== id)),
          })),
        ]),
        asked.needed
          ? h("div", { class: "cf-stack", key: "open" }, [
              h("p", { text: asked.text }),
              h("ul", {}, asked.open.map((one) => h("li", { text: one }))),
              text("reason", asked.label),
            ])
          : null,
      ],
      intent: ({ reason, agreed_by }) => ({ kind: "agree", reason, agreed_by }),
    });
  }
}
