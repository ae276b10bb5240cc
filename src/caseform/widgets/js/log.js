/** The day: how far it went, in half a minute, and what was done over the last weeks. */
import { bar } from "./bar.js";
import { button, field, h, page, segmented, tick } from "./kit/index.js";

export default page({
  name: "log",
  bar,
  make: ({ send, draft, shortcut }) => {
    let shown = {};
    const show = (day) => day && send({ kind: "day", on: day.on });
    shortcut({ ArrowLeft: () => show(shown.before), ArrowRight: () => show(shown.after) });

    return (day) => {
      shown = day;
      const record = (name, value) => send({ kind: "record", on: day.on, name, value });
      return [dayHead(day, show), h("div", { class: "cf-log-columns" }, [entry(day, record, draft), weeks(day, show)])];
    };

    /** What only some days need: counted time, leave, and what the body said. */
    function more(day, record, typed) {
      const { title, hint, is_filled, minutes, authorised, complaints } = day.more;
      const text = (name, shown, options = {}) => {
        const at = `log.${day.on}.${name}`;
        return field({ ...options, name: at, label: shown.label, hint: shown.hint, value: shown.text, draft: typed(at), send, intent: { kind: "record", on: day.on, name } });
      };
      return h("details", { class: "cf-log-more", key: "more", open: is_filled }, [
        h("summary", { text: title }),
        h("div", { class: "cf-stack" }, [
          h("p", { class: "cf-quiet", text: hint }),
          h("div", { class: "cf-log-pair" }, [
            text("minutes", minutes, { inputmode: "numeric" }),
            choice(authorised, (id) => record("authorised", id && id === "yes")),
          ]),
          text("complaints", complaints, { rows: 2 }),
        ]),
      ]);
    }

    function entry(day, record, typed) {
      const name = `log.${day.on}.words`;
      return h("section", { class: "cf-card cf-log-entry", key: `entry-${day.on}` }, [
        h("p", { class: "cf-log-planned", text: day.planned }),
        day.off ? h("p", { class: "cf-quiet", text: day.off }) : null,
        h("div", { class: "cf-log-far", key: "far" }, choice(day.reached, (id) => record("reached", id), { wrap: true })),
        h("div", { class: "cf-log-pair", key: "pair" }, [
          choice(day.done, (id) => record("done", id && id === "yes")),
          choice(day.reason, (id) => record("reason", id)),
        ]),
        day.received.options.length ? choice(day.received, (id) => record("received_by", id), { wrap: true }) : null,
        tension(day.tension, (value) => record("tension", value)),
        field({
          name,
          label: day.words.label,
          hint: day.words.hint,
          value: day.words.text,
          draft: typed(name),
          rows: 3,
          send,
          intent: { kind: "record", on: day.on, name: "words" },
        }),
        more(day, record, typed),
        tick({
          text: day.shared.text,
          hint: day.shared.hint,
          checked: day.shared.on,
          isSwitch: true,
          change: (on) => record("shared_with", on ? day.shared.labels : []),
        }),
      ]);
    }
  },
});

function dayHead(day, show) {
  return h("header", { class: "cf-row cf-log-head" }, [
    h("h1", { text: day.title }),
    day.is_today ? h("span", { class: "cf-quiet", text: day.is_today }) : null,
    h("span", { class: "cf-push" }),
    button(day.before.text, () => show(day.before), { look: "quiet", icon: "left", key: "before", aria: { label: day.before.label } }),
    day.after
      ? button(day.after.text, () => show(day.after), { look: "quiet", icon: "right", class: "cf-log-after", key: "after", aria: { label: day.after.label } })
      : null,
    day.to_today ? button(day.to_today.text, () => show(day.to_today), { key: "today" }) : null,
  ]);
}

function choice(asked, choose, options = {}) {
  return segmented({
    ...options,
    label: asked.label,
    showLabel: true,
    options: asked.options,
    chosen: asked.chosen,
    choose,
    canClear: true,
  });
}

/** Eleven steps from calm to the worst; a second press takes the answer back. */
function tension(asked, record) {
  return segmented({
    key: "tension",
    label: asked.label,
    showLabel: true,
    options: Array.from({ length: 11 }, (_, value) => ({ id: String(value), text: String(value) })),
    chosen: asked.value == null ? null : String(asked.value),
    choose: (id) => record(id == null ? null : Number(id)),
    canClear: true,
    wrap: true,
  });
}

function weeks(day, show) {
  const { weeks: all, weekdays, legend, title, levels } = day.weeks;
  return h("section", { class: "cf-log-weeks", aria: { label: title } }, [
    h("h2", { text: title }),
    day.empty ? h("p", { class: "cf-empty", text: day.empty }) : null,
    h("div", { class: "cf-log-grid" }, [
      h("span"),
      ...weekdays.map((name) => h("span", { class: "cf-log-weekday", text: name })),
      ...all.flatMap((week) => [
        h("span", { class: "cf-log-week", text: week.from }),
        ...week.days.map((cell, n) => dayCell(cell, levels, week.turn === n, show)),
      ]),
    ]),
    h("ul", { class: "cf-log-legend cf-quiet" }, [
      entryOf(legend.done, "done"),
      entryOf(legend.off, "off"),
      entryOf(legend.ill, "ill"),
      entryOf(legend.turn, "turn"),
    ]),
  ]);
}

function entryOf(text, kind) {
  return h("li", {}, [h("span", { class: ["cf-log-sample", `cf-log-${kind}`], aria: { hidden: "true" } }), text]);
}

function dayCell(cell, levels, turned, show) {
  const height = cell.level == null ? 0 : (cell.level + 1) / (levels + 1);
  return h(
    "button",
    {
      class: ["cf-log-cell", `cf-log-${cell.kind}`, turned && "cf-log-turn"],
      type: "button",
      key: cell.on,
      aria: { label: cell.label, current: cell.chosen ? "date" : null },
      title: cell.label,
      disabled: cell.kind === "later",
      on: { click: () => show(cell) },
    },
    h("span", { class: "cf-log-bar", style: { "--height": height } }),
  );
}
