/** The days of the school: holidays, days off, weeks without lessons, and who can when. */
import { button, h, segmented, select } from "../kit/index.js";
import { weekdaysOf } from "../people.js";

/** Makes what draws them. */
export function schoolDays({ send }, ask) {
  return (shown) => h("div", { class: "cf-school-days", key: "days" }, [
    h("div", { class: "cf-stack", key: "school" }, [
      holidays(shown.holidays),
      rows("free", shown.free, "remove-free-day"),
      rows("special", shown.special, "remove-special-week"),
    ]),
    h("div", { class: "cf-stack", key: "people" }, [
      h("section", { key: "can" }, [
        h("h2", { text: shown.can.title }),
        shown.can.empty ? h("p", { class: "cf-empty", text: shown.can.empty }) : week(shown.can.rows),
      ]),
      rows("away", shown.away, "remove-away"),
    ]),
  ]);

  function holidays({ title, region, rows: all, known }) {
    return h("section", { key: "holidays" }, [
      h("h2", { text: title }),
      h("p", { class: "cf-quiet", text: region }),
      h("ul", { class: "cf-school-rows" }, all.map((one) => h("li", { key: one.id }, [
        h("span", { text: one.what }),
        h("span", { class: "cf-quiet", text: one.when }),
      ]))),
      h("p", { class: "cf-quiet", text: known }),
    ]);
  }

  function rows(key, { title, empty, rows: all, ask: asked }, kind) {
    return h("section", { key }, [
      h("h2", { text: title }),
      empty ? h("p", { class: "cf-empty", text: empty, key: "empty" }) : null,
      h("ul", { class: "cf-school-rows", key: "rows" }, all.map((one) => h("li", { key: one.id }, [
        h("span", { text: one.what }),
        h("span", { class: "cf-quiet", text: one.when }),
        button(one.remove, () => send({ kind, id: one.id }), { icon: "close", iconOnly: true, look: "quiet", key: "remove" }),
      ]))),
      asked.kinds.length ? button(asked.title, () => add(asked), { icon: "plus", key: "add" }) : null,
    ]);
  }

  function week(people) {
    return h("ul", { class: "cf-school-rows" }, people.map((one) => h("li", { key: one.id }, [
      h("span", {}, [one.called, " ", h("small", { class: "cf-quiet", text: one.days.label })]),
      weekdaysOf(one, send),
    ])));
  }

  function add(asked) {
    ask({
      name: asked.name,
      title: asked.title,
      close: asked.close,
      act: asked.do,
      start: { what: asked.kinds[0].id, first: "", last: "", words: "" },
      content: ({ values, text, set }) => [
        asked.kinds.length > 4
          ? select({ label: asked.what, options: asked.kinds, chosen: values.what, choose: (id) => set("what", id) })
          : segmented({ label: asked.what, showLabel: true, options: asked.kinds, chosen: values.what, choose: (id) => set("what", id), wrap: true }),
        h("div", { class: "cf-plan-times", key: "days" }, [
          text("first", asked.first, { type: "date" }),
          text("last", asked.last, { type: "date" }),
        ]),
        asked.words ? text("words", asked.words) : null,
      ],
      intent: (values) => ({ kind: `add-${asked.name}`, ...values }),
    });
  }
}
