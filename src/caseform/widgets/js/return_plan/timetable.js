/** The school week as a grid by time, what each block is like, and the days of the school. */
import { button, field, h, popButton, segmented, select, tick } from "../kit/index.js";
import { ratings } from "./rating.js";
import { schoolDays } from "./school_days.js";
import { readingTimetable } from "./timetable_read.js";

const ROW_MIN = 5;

/** Makes what draws the tab with the school week. */
export function timetableTab(context, ask) {
  const { send, draft, redraw } = context;
  const rated = ratings(redraw);
  const days = schoolDays(context, ask);
  const read = readingTimetable(context, ask);
  let version = "now"; // which timetable is looked at
  let week = null; // which week is looked at; not said yet: the one of now
  return timetable;

  function timetable(shown) {
    const { weeks, versions, form } = shown;
    const now = versions.find(({ id }) => id === version) ?? versions[0];
    return h("div", { class: "cf-stack cf-timetable", key: "timetable" }, [
      h("section", { class: "cf-plan-timetable", key: "week" }, [
        h("div", { class: "cf-row" }, [
          h("h2", { text: shown.title }),
          h("span", { class: "cf-push" }),
          button(shown.read.open, () => read(shown.read), { key: "read" }),
          button(form.add, () => edit(form), { icon: "plus", key: "add" }),
        ]),
        h("p", { class: "cf-quiet", text: shown.hint }),
        versions.length > 1 || weeks ? h("div", { class: "cf-row cf-timetable-which", key: "which" }, which(shown, now)) : null,
        shown.empty ? h("p", { class: "cf-empty", text: shown.empty, key: "empty" }) : grid(shown, now, weeks && (week ?? weeks.shown)),
      ]),
      days(shown.days),
    ]);
  }

  function which({ weeks, versions, version: label }, now) {
    const choice = (label, options, chosen, choose) => segmented({ label, showLabel: true, options, chosen, choose });
    return [
      versions.length > 1 ? choice(label, versions, now.id, (id) => { version = id; redraw(); }) : null,
      weeks ? choice(weeks.label, weeks.options, week ?? weeks.shown, (id) => { week = id; redraw(); }) : null,
      weeks
        ? h("div", { key: "this-week" }, [
            choice(weeks.now.label, weeks.options, weeks.now.chosen, (value) => { week = null; send({ kind: "a-week", value }); }),
            weeks.now.hint ? h("p", { class: "cf-field-hint", text: weeks.now.hint }) : null,
          ])
        : null,
    ];
  }

  function grid(shown, { days: all }, cycle) {
    const runs = all.map((day) => ({ ...day, blocks: day.blocks.filter((block) => !block.week || block.week === cycle) }));
    const blocks = runs.flatMap((day) => day.blocks);
    const first = Math.min(...blocks.map(({ from }) => from));
    const last = Math.max(...blocks.map(({ to }) => to));
    const row = (at) => Math.floor((at - first) / ROW_MIN) + 2;
    const place = ({ from, to }) => ({ "--cf-from": row(from), "--cf-to": Math.max(row(to), row(from) + 1) });
    return h("div", { class: "cf-week", key: "grid", style: { "--cf-rows": blocks.length ? row(last) : 1 } }, runs.map((day, at) =>
      h("div", { class: "cf-week-day", key: day.name, style: { "--cf-column": at + 1 } }, [
        h("h3", { text: day.name }),
        h("ul", {}, [
          day.blocks.map((block) => lesson(block, shown, place(block))),
          day.free ? h("li", { class: "cf-week-free", key: "free", style: place(day.free), text: day.free.text }) : null,
        ]),
      ]),
    ));
  }

  function lesson(block, shown, style) {
    const liked = block.liking > 0 ? "liked" : block.liking < 0 ? "disliked" : "plain";
    const about = [block.liking ? shown[liked] : "", block.rated && `${shown.tension} ${block.rated}`, ...block.marks].filter(Boolean);
    return h("li", { key: block.id, style, class: ["cf-week-block", `cf-plan-${liked}`, `cf-week-${block.kind}`] }, popButton({
      key: block.id,
      label: `${block.time} ${block.subject}`,
      face: () => h("span", { class: "cf-plan-lesson" }, [
        h("span", { class: "cf-quiet", text: block.time }),
        h("span", { class: "cf-week-subject", text: block.subject }),
        block.kind !== "break" && about.length ? h("span", { class: "cf-quiet", text: about.join(" · ") }) : null,
        block.in_step ? h("span", { class: "cf-plan-badge", text: shown.in_step }) : null,
      ]),
      content: (close) => opened(block, shown, close),
    }));
  }

  function opened(block, shown, close) {
    const own = `return.block.${block.id}.own`;
    return h("div", { class: "cf-stack cf-week-open" }, [
      h("p", {}, [h("strong", { text: `${block.subject} ` }), [block.time, block.detail, ...block.marks, block.until].filter(Boolean).join(" · ")]),
      segmented({
        label: shown.liking.label,
        showLabel: true,
        options: shown.liking.options,
        chosen: block.liking == null ? null : String(block.liking),
        choose: (id) => send({ kind: "like-block", id: block.id, value: id == null ? null : Number(id) }),
        canClear: true,
        wrap: true,
      }),
      rated({
        id: block.id,
        value: block.tension == null ? null : String(block.tension),
        given: block.scale,
        scale: shown.scale,
        scales: shown.scales,
        labels: shown.scale_labels,
        switches: shown.scale_switch,
        choose: (value, scale) => send({ kind: "tense-block", id: block.id, value, scale }),
      }),
      h("div", { key: "taxing" }, [
        h("div", { class: "cf-field-label", text: shown.taxing, aria: { hidden: "true" } }),
        h("div", { class: "cf-week-taxing", role: "group", aria: { label: shown.taxing } }, moments(block, shown)),
        field({ name: own, label: shown.own, draft: draft(own), send, clears: true, intent: { kind: "tax-block", id: block.id } }),
      ]),
      h("div", { class: "cf-row", key: "acts" }, [
        button(shown.edit, () => { close(); edit(shown.form, block); }, { key: "edit" }),
        button(shown.remove, () => { close(); send({ kind: "remove-block", id: block.id }); }, { look: "quiet", key: "remove" }),
      ]),
    ]);
  }

  function moments(block, shown) {
    const said = new Map(block.taxing.map((one) => [one.text, one]));
    return [...new Set([...shown.moments, ...said.keys()])].map((moment) => h("div", { key: moment }, [
      tick({ key: "asks", text: moment, checked: said.has(moment), change: (on) => send({ kind: "tax-block", id: block.id, one: moment, on }) }),
      said.has(moment)
        ? h("div", { class: "cf-week-exempt", key: "exempt" }, tick({ text: shown.exempt, isSwitch: true, checked: said.get(moment).exempt, change: (on) => send({ kind: "exempt", one: moment, on }) }))
        : null,
    ]));
  }

  function edit(asked, block) {
    const empty = { weekday: "0", starts: "", ends: "", subject: "", teacher: "", room: "", block_kind: "", week: "" };
    ask({
      name: "block",
      title: block ? block.subject : asked.add,
      close: asked.close,
      act: block ? asked.save : asked.do,
      start: block ? block.told : empty,
      content: ({ values, text, set }) => [
        select({ label: asked.weekday, options: asked.days, chosen: values.weekday, choose: (day) => set("weekday", day) }),
        two("times", text("starts", asked.starts, { placeholder: "8:30" }), text("ends", asked.ends, { placeholder: "9:20" })),
        text("subject", asked.subject),
        two("where", text("teacher", asked.teacher), text("room", asked.room)),
        segmented({ label: asked.kind, showLabel: true, options: asked.kinds, chosen: values.block_kind || null, choose: (id) => set("block_kind", id), canClear: !block }),
        segmented({ label: asked.week, showLabel: true, options: asked.weeks, chosen: values.week, choose: (id) => set("week", id) }),
        block ? two("days", text("since", asked.since, { type: "date" }), text("until", asked.until, { type: "date" })) : null,
      ],
      intent: (values) => (block ? { kind: "save-block", id: block.id, ...values } : { kind: "add-block", ...values }),
      // A week has some thirty lessons: the next one begins where this one ended.
      next: block ? undefined : (values) => ({ ...empty, weekday: values.weekday, week: values.week, starts: values.ends }),
    });
  }
}

function two(key, ...fields) {
  return h("div", { class: "cf-plan-times", key }, fields);
}
