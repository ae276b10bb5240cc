/** The type of absence as a working idea, with the evidence, and the numbers that sources speak of. */
import { field, h, icon, popButton, segmented } from "../kit/index.js";
import { questions } from "./questions.js";
import { earlierOnes, folding, head, named, source } from "./shared.js";

export function typesTab(context) {
  const { send, draft, redraw } = context;
  const asked = questions(context);
  const fold = folding(redraw);
  let part = "criteria";

  return (shown) => [
    head(shown),
    h("div", { class: "cf-prepare-two", key: "ideas" }, [suggested(shown.suggestion, shown.source), idea(shown.idea)]),
    segmented({
      key: "parts",
      label: shown.parts.label,
      options: shown.parts.all,
      chosen: part,
      choose: (id) => { part = id; redraw(); },
    }),
    part === "criteria"
      ? [
          asked.choose(shown.speakers),
          h("div", { class: "cf-prepare-columns", key: "types" }, shown.types.map((one) => type(one, shown))),
        ]
      : numbers(shown.thresholds, shown.speakers),
  ];

  function suggested(made, label) {
    return h("section", { class: "cf-card cf-prepare-suggestion", key: "suggestion" }, [
      h("div", { class: "cf-row", key: "head" }, [h("h3", { text: made.title }), h("span", { class: "cf-push" }), source(label, made.source, made.title)]),
      h("p", { class: "cf-prepare-status", key: "text", text: made.text }),
      made.reasons.length ? h("ul", { key: "reasons" }, made.reasons.map((reason) => h("li", { text: reason }))) : null,
      made.missing
        ? fold("missing", made.missing.label, () => h("ul", {}, made.missing.questions.map((one) => h("li", { text: one }))))
        : null,
      h("p", { class: "cf-quiet", key: "yours", text: made.yours }),
    ]);
  }

  function idea(mine) {
    const at = "prepare.idea";
    return h("section", { class: "cf-card cf-prepare-idea", key: "idea" }, [
      h("h3", { text: mine.title }),
      h("p", { class: "cf-quiet", text: mine.hint }),
      segmented({
        label: mine.title,
        options: mine.options,
        chosen: mine.chosen,
        choose: (value) => value && send({ kind: "idea", name: "kind", value }),
        wrap: true,
      }),
      mine.chosen
        ? field({
            name: at,
            label: mine.reason.label,
            hint: mine.reason.hint,
            value: mine.reason.value,
            draft: draft(at),
            send,
            rows: 2,
            intent: { kind: "idea", name: "reason" },
          })
        : null,
      mine.earlier.length ? fold("ideas", mine.earlier_label, () => earlierOnes(mine.earlier)) : null,
    ]);
  }

  function type(one, shown) {
    return h("section", { class: "cf-card cf-prepare-type", key: one.id, aria: { label: one.name } }, [
      h("div", { class: "cf-row", key: "head" }, [h("h3", { text: one.name }), h("span", { class: "cf-push" }), source(shown.source, one.source, one.name)]),
      h("p", { class: "cf-quiet", text: one.about }),
      h("p", { class: "cf-prepare-fits", text: one.fits }),
      one.readings.length
        ? fold(`readings ${one.id}`, one.readings_title, () => h("ul", { class: "cf-prepare-readings" }, one.readings.map((text) => h("li", { text }))))
        : null,
      h("ul", { class: "cf-prepare-questions", key: "list" }, one.questions.map((each) => asked.folded(each, shown.speakers))),
    ]);
  }

  function numbers(shown, speakers) {
    const [first, ...others] = shown.rows;
    // What holds for all of them is said once.
    const isOne = others.length > 0 && others.every((one) => one.checked === first.checked);
    return h("section", { class: "cf-prepare-numbers", key: "numbers", aria: { label: shown.title } }, [
      h("p", { class: "cf-quiet", text: shown.hint }),
      shown.period ? period(shown.period) : null,
      isOne ? checked(first) : null,
      h("ul", { class: "cf-prepare-lines", key: "rows" }, shown.rows.map((one) => number(one, shown, speakers, isOne ? null : checked(one)))),
    ]);
  }

  function period({ title, hint, days }) {
    return h("div", { class: "cf-card cf-prepare-period", key: "period", role: "group", aria: { label: title } }, [
      h("h3", { text: title }),
      h("p", { class: "cf-quiet", text: hint }),
      h("div", { class: "cf-prepare-days", key: "days" }, days.map(({ name, label, value }) => {
        const at = `prepare.${name}`;
        return field({ name: at, label, value, draft: draft(at), send, type: "date", intent: { kind: "write", name } });
      })),
    ]);
  }

  function checked(one) {
    return h("p", { class: one.is_stale ? "cf-prepare-stale" : "cf-quiet", key: "checked" }, [one.is_stale ? icon("attention") : null, h("span", { text: one.checked })]);
  }

  function number(one, shown, speakers, checkedHere) {
    return h("li", { key: one.id, class: `cf-prepare-number cf-prepare-${one.state}` }, [
      h("div", { class: "cf-prepare-what", key: "what" }, [
        h("p", { text: one.text }),
        h("p", { class: "cf-quiet", text: [one.number, one.published].filter(Boolean).join(" · ") }),
        checkedHere,
      ]),
      h("div", { class: "cf-prepare-found", key: "found" }, [
        h("strong", { text: one.state_words }),
        one.counted ? h("span", { text: one.counted }) : null,
        one.facts ? h("span", { class: "cf-quiet", text: one.facts }) : null,
      ]),
      popButton({
        key: `how ${one.id}`,
        class: "cf-prepare-source",
        label: `${shown.how}: ${one.text}`,
        face: () => named(shown.how, one.text),
        content: () => h("div", { class: "cf-prepare-why" }, one.more.map((text) => h("p", { text }))),
      }),
      one.is_judgement
        ? h("div", { class: "cf-prepare-judged", key: "ask" }, [
            asked.choose(speakers),
            h("ul", { class: "cf-prepare-questions", key: "question" }, asked.one(shown.question, speakers)),
          ])
        : null,
    ]);
  }
}
