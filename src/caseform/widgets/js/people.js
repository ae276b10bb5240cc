/** The people of a case: who they are, and on which weekdays they can. */
import { button, h, segmented, select, tick } from "./kit/index.js";

/**
 * Makes what draws the people: one line of names, with who can when behind it.
 *
 * @param {import("./kit/page.js").Context} context
 * @param {Function} ask As `asking` makes it.
 * @returns {(shown: object) => HTMLElement} Takes what `people_view` gave. Its `add(kind)` asks about
 *   someone new of that kind; its `unfold()` shows who can when.
 */
export function peopleBeside({ root, send, redraw }, ask) {
  let unfolded = null; // not said yet: open while there is nobody
  let shown = {};

  const draw = (now) => {
    shown = now;
    const open = unfolded ?? Boolean(shown.empty);
    return h("section", { class: "cf-people", key: "people" }, [
      h("div", { class: "cf-people-head" }, [
        h("h2", { text: shown.title }),
        h("p", { class: "cf-people-names", text: shown.names }),
        button(shown.unfold, () => { unfolded = !open; redraw(); }, {
          look: "quiet",
          icon: open ? "up" : "down",
          key: "fold",
          aria: { expanded: String(open) },
        }),
        button(shown.add, () => { unfolded = true; about(null); }, { icon: "plus", key: "add" }),
      ]),
      open
        ? h("div", { class: "cf-people-body", key: "body" }, [
            h("p", { class: "cf-quiet", text: shown.hint }),
            h("ul", { class: "cf-people-list" }, shown.rows.map(row)),
            shown.empty ? h("p", { class: "cf-empty", text: shown.empty }) : null,
          ])
        : null,
    ]);
  };
  draw.add = (kind) => about(null, kind);
  draw.unfold = () => {
    unfolded = true;
    redraw();
    root.querySelector(".cf-people-head")?.scrollIntoView({ block: "center" });
  };
  return draw;

  function row(one) {
    return h("li", { class: "cf-people-row", key: one.id }, [
      h("div", { class: "cf-people-who" }, [
        h("strong", { text: one.called }),
        h("span", { class: "cf-quiet", text: one.facts }),
      ]),
      one.days ? days(one) : null,
      button(one.edit, () => about(one), { icon: "pencil", iconOnly: true, look: "quiet", key: "edit" }),
    ]);
  }

  function days(one) {
    return h("div", { class: "cf-people-days" }, [
      h("span", { class: "cf-quiet", text: one.days.label, aria: { hidden: "true" } }),
      weekdaysOf(one, send),
    ]);
  }

  function about(one, kind) {
    const asked = shown.form;
    const isYoung = one?.told.is === "young-person";
    ask({
      name: "person",
      title: one ? one.edit : asked.new,
      close: asked.close,
      act: one ? asked.do : asked.do_new,
      start: one ? one.told : { called: "", is: kind ?? asked.kinds[0].id, relation: "", age: "", authority: "unknown" },
      content: ({ values, text, set }) => [
        text("called", asked.called, { hint: asked.called_hint }),
        isYoung
          ? null
          : select({ label: asked.is, options: asked.kinds, chosen: values.is, choose: (id) => set("is", id) }),
        values.is === "young-person"
          ? text("age", asked.age, { inputmode: "numeric" })
          : text("relation", asked.relation, { hint: asked.relation_hint }),
        values.is === "caregiver"
          ? [
              h("div", { key: "authority" }, [
                segmented({ label: asked.authority, showLabel: true, options: asked.authorities, chosen: values.authority, choose: (id) => set("authority", id) }),
                h("p", { class: "cf-field-hint", text: asked.authority_hint }),
              ]),
              tick({ key: "limit", text: asked.contact_limit, hint: asked.contact_limit_hint, checked: values.contact_limit, change: (on) => set("contact_limit", on) }),
              tick({ key: "file", text: asked.separate_file, hint: asked.separate_file_hint, checked: values.separate_file, change: (on) => set("separate_file", on) }),
            ]
          : null,
      ],
      intent: (values) => ({ kind: "save-person", id: one?.id ?? null, ...values }),
      more: () => one?.remove
        ? button(one.remove, () => send({ kind: "remove-person", id: one.id }), { look: "quiet", key: "remove" })
        : null,
    });
  }
}

/** The weekdays on which someone can, each pressed or not. */
export function weekdaysOf({ id, called, days }, send) {
  return h("span", { class: "cf-people-week", role: "group", aria: { label: `${called} ${days.label}` } }, days.all.map((day) =>
    h("button", {
      type: "button",
      key: String(day.weekday),
      class: "cf-people-day",
      text: day.text,
      aria: { pressed: day.on, label: day.label },
      on: { click: () => send({ kind: "person-day", id, weekday: day.weekday, on: !day.on }) },
    }),
  ));
}
