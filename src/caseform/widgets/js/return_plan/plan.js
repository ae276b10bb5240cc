/** How before when, and the coming days with reasons. */
import { button, field, h, icon, popButton, select } from "../kit/index.js";
import { message } from "./said.js";

/** Makes what draws how it goes and the coming days. */
export function planParts(context, ask) {
  const { send, draft } = context;
  return { how, days };

  function how(asked) {
    return h("section", { class: "cf-card", key: "how" }, [
      h("h2", { text: asked.title }),
      h("p", { class: "cf-quiet", text: asked.hint }),
      h("ol", { class: "cf-plan-how" }, asked.fields.map((one) => {
        const name = `return.how.${one.name}`;
        return h("li", { class: one.is_filled ? "cf-plan-filled" : null, key: one.name }, [
          h("span", { class: "cf-plan-tick", aria: { hidden: "true" } }, one.is_filled ? icon("check") : null),
          one.people
            ? select({
                label: one.label,
                options: [{ id: "", text: one.nobody }, ...one.people],
                chosen: one.value,
                choose: (value) => send({ kind: "how", name: one.name, value }),
              })
            : field({
                name,
                rows: 2,
                label: one.label,
                placeholder: one.hint,
                value: one.value,
                draft: draft(name),
                send,
                intent: { kind: "how", name: one.name },
              }),
        ]);
      })),
    ]);
  }

  function days(shown) {
    return h("section", { class: "cf-card", key: "days" }, [
      h("h2", { text: shown.title }),
      ...shown.messages.map((one) => message(one)),
      h("ol", { class: "cf-plan-days" }, shown.rows.map((day) => h("li", { key: day.key, class: `cf-plan-${day.direction}` }, [
        h("span", { class: "cf-plan-on", text: day.on }),
        h("span", { class: "cf-plan-what" }, [
          day.direction === "same" ? null : [icon(day.direction), h("span", { class: "cf-unseen", text: day.direction_words })],
          day.step,
          h("span", { class: "cf-plan-people cf-quiet" }, [
            day.people,
            day.agreed ? h("span", { class: "cf-plan-agreed" }, [icon("check"), day.agreed]) : null,
          ]),
        ]),
        day.why.length
          ? popButton({
              key: `why ${day.key}`,
              label: `${day.why_label} ${day.on}`,
              face: () => day.why_label,
              content: () => h("div", { class: "cf-plan-why" }, day.why.map((one) => [
                h("p", { text: one.text }),
                h("p", { class: "cf-quiet", text: one.source }),
              ])),
            })
          : h("span"),
      ]))),
      shown.later ? h("p", { class: "cf-quiet", text: shown.later }) : null,
      shown.agree
        ? h("div", { class: "cf-plan-agreeing" }, [
            h("p", { class: "cf-quiet", text: shown.written }),
            h("div", { class: "cf-row" }, [
              button(shown.pencil, () => send({ kind: "pencil" }), { icon: "pencil", key: "pencil" }),
              button(shown.agree, () => agree(shown.reason), { look: "main", icon: "check", key: "agree" }),
            ]),
            h("p", { class: "cf-quiet", text: shown.open }),
          ])
        : null,
    ]);
  }

  function agree(asked) {
    if (!asked.needed) return send({ kind: "agree" });
    ask({
      name: "agree",
      title: asked.title,
      close: asked.close,
      act: asked.do,
      content: ({ text }) => [
        h("p", { text: asked.text }),
        h("ul", {}, asked.open.map((one) => h("li", { text: one }))),
        text("reason", asked.label),
      ],
      intent: ({ reason }) => ({ kind: "agree", reason }),
    });
  }
}
