/** The ladder: its steps in order, each to be opened and changed. */
import { button, field, h, icon, segmented } from "../kit/index.js";

/** Makes what draws the ladder. */
export function ladderPart(context) {
  const { send, draft, redraw } = context;
  let editing = null;
  return ladder;

  function ladder(shown) {
    const { words } = shown;
    return h("section", { class: "cf-card", key: "ladder" }, [
      h("h2", { text: shown.title }),
      h("p", { class: "cf-quiet", text: shown.hint }),
      shown.empty ? h("p", { class: "cf-empty", text: shown.empty }) : null,
      h("ol", { class: "cf-plan-ladder" }, shown.steps.map((step, at) => h("li", {
        key: step.id,
        class: ["cf-plan-step", step.is_now && "cf-plan-now", step.done && "cf-plan-done"],
      }, [
        h("div", { class: "cf-plan-step-head" }, [
          h("span", { class: "cf-plan-dot", aria: { hidden: "true" } }, step.done ? icon("check") : null),
          h("button", {
            type: "button",
            class: "cf-plan-step-words",
            aria: { expanded: String(editing === step.id) },
            on: { click: () => { editing = editing === step.id ? null : step.id; redraw(); } },
          }, [step.words, step.is_now ? h("span", { class: "cf-plan-badge", text: words.now }) : null]),
          step.rating ? h("span", { class: "cf-quiet cf-plan-rating", text: step.rating }) : null,
          button(words.up, () => send({ kind: "move-step", id: step.id, before: shown.steps[at - 1].id }), { look: "quiet", icon: "up", iconOnly: true, disabled: at === 0, key: "up" }),
          button(words.down, () => send({ kind: "move-step", id: step.id, before: shown.steps[at + 2]?.id ?? null }), { look: "quiet", icon: "down", iconOnly: true, disabled: at === shown.steps.length - 1, key: "down" }),
        ]),
        editing === step.id ? stepForm(step, shown) : null,
      ]))),
      field({ name: "return.new-step", label: shown.add, hint: shown.add_hint, draft: draft("return.new-step"), send, clears: true, intent: { kind: "add-step" } }),
      shown.ladders.length
        ? h("div", { class: "cf-stack" }, [
            h("p", { class: "cf-quiet", text: shown.begin }),
            h("div", { class: "cf-row" }, shown.ladders.map((one) => button(one.text, () => send({ kind: "add-ladder", id: one.id }), { key: one.id }))),
          ])
        : null,
    ]);
  }

  function stepForm(step, { words, kinds }) {
    const edit = (name) => ({ kind: "edit-step", id: step.id, name });
    const entry = (name, label, more = {}) => {
      const at = `return.step.${step.id}.${name}`;
      return field({ name: at, label, value: String(step[name] ?? ""), draft: draft(at), send, intent: edit(name), ...more });
    };
    return h("div", { class: "cf-stack cf-plan-form", key: "form" }, [
      entry("words", words.words),
      entry("helps", words.helps),
      entry("minutes", words.minutes, { inputmode: "numeric" }),
      segmented({
        label: words.predicted,
        showLabel: true,
        options: Array.from({ length: 11 }, (_, n) => ({ id: String(n), text: String(n) })),
        chosen: step.predicted == null ? null : String(step.predicted),
        choose: (id) => send({ ...edit("predicted"), value: id == null ? null : Number(id) }),
        canClear: true,
        wrap: true,
      }),
      segmented({ label: words.kind, showLabel: true, options: kinds, chosen: step.kind, choose: (value) => send({ ...edit("kind"), value }), canClear: true, wrap: true }),
      step.works_on.length ? h("p", { class: "cf-quiet", text: `${words.works_on} ${step.works_on.join(" · ")}` }) : null,
      h("div", { class: "cf-row" }, [
        step.is_now ? null : button(words.make_now, () => send({ kind: "current", id: step.id }), { key: "now" }),
        button(words.remove, () => send({ kind: "remove-step", id: step.id }), { look: "quiet", key: "remove" }),
      ]),
    ]);
  }
}
