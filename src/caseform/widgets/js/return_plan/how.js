/** How before when: part by part, read first and written in when it is opened. */
import { field, h, icon, select } from "../kit/index.js";

/** Makes what draws how it goes. */
export function howPart({ send, draft, redraw, main }) {
  let opened = null;
  let labels = new Map();
  how.open = (label) => { opened = labels.get(label) ?? opened; };
  return how;

  function how(shown) {
    labels = new Map(shown.fields.map((one) => [one.label, one.name]));
    return h("section", { class: "cf-card", key: "how" }, [
      h("h2", { text: shown.title }),
      h("p", { class: "cf-quiet", text: shown.hint }),
      h("ol", { class: "cf-how" }, shown.fields.map((one) => part(one, shown))),
    ]);
  }

  function part(one, shown) {
    const name = `return.how.${one.name}`;
    // What was half typed when the page went away is shown where it was typed.
    const isOpen = opened === one.name || draft(name) != null;
    return h("li", { class: one.is_filled ? "cf-how-filled" : null, key: one.name }, [
      h("span", { class: "cf-how-tick", aria: { hidden: "true" } }, one.is_filled ? icon("check") : null),
      isOpen ? entry(one, name) : reading(one, shown),
    ]);
  }

  function reading(one, shown) {
    return h("button", {
      type: "button",
      class: "cf-how-part",
      key: "read",
      on: { click: () => open(one.name) },
    }, [
      h("span", { class: "cf-how-label", text: one.label }),
      h("span", { class: one.is_filled ? null : "cf-quiet" }, [
        one.reads || shown.open,
        one.needed ? h("span", { class: "cf-how-needed", text: one.needed }) : null,
      ]),
    ]);
  }

  function entry(one, name) {
    return h("div", { key: "write", data: { part: one.name } }, [
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
  }

  function open(name) {
    opened = name;
    redraw();
    main.querySelector(`[data-part="${name}"] :is(textarea, select)`)?.focus();
  }
}
