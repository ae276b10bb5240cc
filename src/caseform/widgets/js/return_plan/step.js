/** One opened step: first what it is, then, under more, all that can be said about it. */
import { button, field, h, icon, popButton, segmented, tick } from "../kit/index.js";
import { happened } from "./happened.js";
import { ratings } from "./rating.js";

/** Makes what draws an opened step. */
export function stepForm(context, ask) {
  const { send, draft, redraw } = context;
  const rated = ratings(redraw);
  const modes = new Map(); // how its lessons are told, by step, while nothing was chosen yet
  let unfolded = null; // the step of which all is shown
  return form;

  function form(step, at, shown, move) {
    const { words } = shown;
    const about = step.form;
    const edit = (name) => ({ kind: "edit-step", id: step.id, name });
    const entry = (name, label, more = {}) => {
      const named = `return.step.${step.id}.${name}`;
      return field({ name: named, label, value: String(about[name] ?? ""), draft: draft(named), send, intent: edit(name), ...more });
    };
    const choice = (name, label, options) =>
      segmented({ key: name, label, showLabel: true, options, chosen: about[name], choose: (value) => send({ ...edit(name), value }), canClear: true, wrap: true });
    const isAll = unfolded === step.id;
    return h("div", { class: "cf-stack cf-ladder-form", key: "form" }, [
      entry("words", words.words, { rows: 2 }),
      rating(step, shown, edit("predicted")),
      entry("helps", words.helps, { hint: words["helps-hint"] }),
      choice("reaches", words.reaches, words.far),
      lessons(step, words),
      about.share
        ? tick({ key: "share", text: about.share, checked: about.is_shared, change: (on) => send({ kind: "share-step", id: step.id, on }) })
        : null,
      step.happened ? happened(step.happened, words, { withDays: isAll }) : null,
      button(isAll ? words.less : words.more, () => { unfolded = isAll ? null : step.id; redraw(); }, {
        look: "quiet",
        icon: isAll ? "up" : "down",
        class: "cf-ladder-more",
        key: "more",
        aria: { expanded: String(isAll) },
      }),
      isAll ? h("div", { class: "cf-stack", key: "all" }, all(step, words, entry, choice)) : null,
      h("div", { class: "cf-row cf-ladder-acts", key: "acts" }, [
        step.is_now || step.is_skipped ? null : button(words["make-now"], () => send({ kind: "current", id: step.id }), { key: "now" }),
        button(words.split, () => split(step, words), { look: "quiet", key: "split" }),
        button(step.is_skipped ? words.unskip : words.skip, () => send({ kind: "skip-step", id: step.id, on: !step.is_skipped }), { look: "quiet", key: "skip" }),
        button(words.remove, () => send({ kind: "remove-step", id: step.id }), { look: "quiet", key: "remove" }),
        h("span", { class: "cf-push" }),
        button(words.up, () => move(at - 1), { look: "quiet", icon: "up", iconOnly: true, disabled: at === 0, key: "up" }),
        button(words.down, () => move(at + 1), { look: "quiet", icon: "down", iconOnly: true, disabled: at === shown.steps.length - 1, key: "down" }),
      ]),
    ]);
  }

  function rating(step, { words, scale }, intent) {
    return rated({
      id: step.id,
      value: step.form.predicted,
      given: step.form.scale,
      scale,
      scales: words.scales,
      labels: { "0-10": words.predicted, "faces-5": words["predicted-faces"] },
      switches: { "0-10": words.faces, "faces-5": words.numbers },
      choose: (value, on) => send({ ...intent, value, scale: on }),
    });
  }

  function lessons(step, words) {
    const { week: days, lessons: count } = step.form;
    const told = days.some(({ blocks }) => blocks.some(({ on }) => on)) ? "chosen" : count ? "some" : null;
    const mode = modes.get(step.id) ?? told ?? "none";
    const named = `return.step.${step.id}.lessons`;
    return h("div", { class: "cf-stack", key: "lessons" }, [
      segmented({
        label: words.lessons,
        showLabel: true,
        options: ["none", "some", "chosen"].map((id) => ({ id, text: words[`lessons-${id}`] })),
        chosen: mode,
        choose: (id) => {
          modes.set(step.id, id);
          if (id === "none" && told) send({ kind: "step-lessons", id: step.id, value: 0 });
          redraw();
        },
      }),
      mode === "some"
        ? field({ name: named, label: words["lessons-count"], value: String(count), draft: draft(named), send, inputmode: "numeric", intent: { kind: "step-lessons", id: step.id } })
        : null,
      mode === "chosen" ? week(step, words) : null,
    ]);
  }

  /** The school week, to press what the step takes in. */
  function week(step, words) {
    const days = step.form.week;
    if (!days.length) return h("p", { class: "cf-quiet", text: words["no-timetable"] });
    return h("div", { class: "cf-ladder-week", role: "group", aria: { label: words.lessons } }, days.map(({ key, name, blocks }) =>
      h("div", { key }, [
        h("div", { class: "cf-quiet", text: name, aria: { hidden: "true" } }),
        blocks.map(({ id, time, text, label, on }) =>
          h("button", {
            type: "button",
            key: id,
            class: "cf-ladder-lesson",
            aria: { pressed: on, label },
            on: { click: () => has(step, "blocks", id, !on) },
          }, [h("small", { text: time }), h("span", { text })]),
        ),
      ]),
    ));
  }

  function all(step, words, entry, choice) {
    const about = step.form;
    return [
      h("div", { class: "cf-ladder-two", key: "numbers" }, [
        entry("minutes", words.minutes, { inputmode: "numeric" }),
        entry("at_least_days", words.days, { inputmode: "numeric", hint: words["days-hint"] }),
      ]),
      choice("kind", words.kind, words.kinds),
      choice("asks", words.asks, words.demands),
      h("div", { key: "moments" }, [
        h("div", { class: "cf-field-label", text: words.moments, aria: { hidden: "true" } }),
        h("div", { class: "cf-ladder-ticks", role: "group", aria: { label: words.moments } }, words.places.map(({ id, text }) =>
          tick({ key: id, text, checked: about.moments.includes(id), change: (on) => has(step, "moments", id, on) }),
        )),
        about.moments.length ? entry("with_whom", words["with-whom"], { placeholder: words["with-whom-hint"] }) : null,
      ]),
      tick({ key: "first", text: words["first-time"], hint: words["first-time-hint"], checked: about.is_first_time, change: (on) => send({ kind: "edit-step", id: step.id, name: "is_first_time", value: on || null }) }),
      ["chosen_by", "factors", "goals"].map((name) => behind(step, name, words[name.replace("_", "-")], words["none-yet"])),
    ];
  }

  /** Ticks behind a button that reads what was ticked. */
  function behind(step, name, label, none) {
    const said = step.form[name].filter(({ on }) => on).map(({ text }) => text);
    return popButton({
      key: name,
      label,
      class: "cf-ladder-behind",
      face: () => [h("span", { class: "cf-quiet", text: label }), h("span", { text: said.join(" · ") || none }), icon("down")],
      content: () => ticks(step, name, label, none),
    });
  }

  function ticks(step, name, label, none) {
    const all = step.form[name];
    if (!all.length) return h("p", { class: "cf-quiet", text: none });
    return h("div", { class: "cf-ladder-ticks", role: "group", aria: { label } }, all.map(({ id, text, on }) =>
      tick({ key: id, text, checked: on, change: (next) => has(step, name, id, next) }),
    ));
  }

  function has(step, name, one, on) {
    send({ kind: "step-has", id: step.id, name, one, on });
  }

  function split(step, words) {
    ask({
      name: "split",
      title: words["split-title"],
      close: words.close,
      act: words["split-do"],
      start: { first: "", second: step.words },
      content: ({ text }) => [
        h("p", { class: "cf-quiet", text: words["split-text"] }),
        text("first", words["split-first"]),
        text("second", words["split-second"]),
      ],
      intent: ({ first, second }) => ({ kind: "split-step", id: step.id, first, second }),
    });
  }
}
