/** Whether safety was asked about, and the therapist's own note where there is something. */
import { button, field, h, segmented } from "../kit/index.js";
import { folding, head } from "./shared.js";

export function safetyTab({ send, draft, redraw }) {
  const fold = folding(redraw);

  return (shown) => [
    head(shown),
    h("section", { class: "cf-card cf-prepare-safety", key: "ask" }, [
      h("p", { class: "cf-prepare-status", text: shown.status, role: "status" }),
      segmented({
        label: shown.ask,
        showLabel: true,
        options: shown.options,
        chosen: shown.chosen,
        choose: (value) => send({ kind: "safety", value }),
        canClear: true,
      }),
    ]),
    ...shown.notes.map((one, at) => (at ? fold(one.id, one.title, () => note(one)) : note(one))),
    shown.without.length
      ? fold("without", shown.earlier, () => h("ul", { class: "cf-prepare-earlier" }, shown.without.map((one) => h("li", { key: one.id, text: one.text }))))
      : null,
    h("section", { class: "cf-prepare-region", key: "region" }, [h("h3", { text: shown.region.title }), h("p", { class: "cf-empty", text: shown.region.text })]),
  ];

  function note(one) {
    const entry = (name, label, value, more) => {
      const at = `prepare.safety.${one.id}.${name}`;
      return field({ name: at, label, value, draft: draft(at), send, intent: { kind: "safety-note", id: one.id, name }, ...more });
    };
    return h("section", { class: "cf-card cf-prepare-note", key: one.id, aria: { label: one.title } }, [
      h("div", { class: "cf-row", key: "head" }, [
        h("h3", { text: one.title }),
        h("span", { class: "cf-push" }),
        button(one.remove, () => send({ kind: "remove-safety", id: one.id }), { look: "quiet", key: "remove" }),
      ]),
      ...one.fields.map(({ name, label, hint, value }) => entry(name, label, value, { hint, rows: 2 })),
      h("div", { class: "cf-prepare-two", key: "days" }, [
        entry("on", one.on.label, one.on.value, { type: "date" }),
        entry("next_contact_on", one.next.label, one.next.value, { type: "date" }),
      ]),
    ]);
  }
}
