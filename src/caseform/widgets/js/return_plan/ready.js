/** What the plan still needs: findings first, then what can be answered, advice last. */
import { halfTyped } from "../assessment/shared.js";
import { button, field, h, segmented } from "../kit/index.js";
import { findingRows } from "./findings.js";
import { focusKept, rowsOneAtATime, source } from "./folds.js";

/**
 * Makes what draws the tab with what the plan still needs.
 *
 * @param {import("../kit/page.js").Context} context
 * @param {(asked: object) => void} ask
 * @param {(place: object) => void} go Goes where something is solved.
 * @returns {{draw: (page: object) => *, open: (key: string) => void}} `open` unfolds a group.
 */
export function readyTab(context, ask, go) {
  const { send, draft, redraw, main } = context;
  const keepFocus = focusKept(main);
  const rows = rowsOneAtATime(redraw);
  const finding = findingRows(context, ask, go);
  // What was half typed when the page went away is opened again.
  const [, , asked] = halfTyped(context, "return.point")?.split(".") ?? [];
  const [, , weighed] = halfTyped(context, "return.pull")?.split(".") ?? [];
  if (weighed) rows.open(`pull ${weighed}`);
  const worded = new Set(asked ? [asked] : []);
  let sought = asked; // the point whose group is not open yet

  return { draw, open: rows.open };

  function draw({ findings, ready }) {
    const home = sought && ready.points.groups.find(({ points }) => points.some(({ id }) => id === sought));
    if (home) rows.open(home.id);
    sought = null;
    keepFocus([...findings.rows.map(({ rule, where }) => `${rule} ${where}`), ...ready.aside.rows.map(({ id }) => id)]);
    return h("div", { class: "cf-plan-needs" }, [
      toDo(findings, ready),
      facts(ready.facts),
      questions(ready, findings.rows),
      pulls(ready),
      aside(ready),
    ]);
  }

  function toDo(shown, { hint, lighter, words }) {
    const hard = shown.rows.filter((one) => one.weight === "hard");
    const rest = shown.rows.filter((one) => one.weight !== "hard" && !one.point);
    return h("section", { class: "cf-card", key: "findings" }, [
      h("h2", { text: shown.title }),
      h("p", { class: "cf-quiet", text: shown.rows.length ? hint : shown.none }),
      hard.map((one) => finding(one, words)),
      rest.length
        ? h("ul", { class: "cf-plan-folds", key: "rest" }, rows.row("rest", lighter, () => rest.map((one) => finding(one, words))))
        : null,
    ]);
  }

  function facts(shown) {
    return h("section", { class: "cf-card", key: "facts" }, [
      h("h2", { text: shown.title }),
      h("div", { class: "cf-plan-facts" }, shown.rows.map((one) => fact(one, shown.answers))),
    ]);
  }

  function fact({ name, kind, label, hint, value }, answers) {
    const intent = { kind: "fact", name };
    if (kind === "choice") {
      return h("div", { key: name }, [
        segmented({ label, showLabel: true, options: answers, chosen: value, choose: (chosen) => send({ ...intent, value: chosen }), canClear: true }),
        h("p", { class: "cf-field-hint", text: hint }),
      ]);
    }
    const at = `return.fact.${name}`;
    const more = { date: { type: "date" }, number: { inputmode: "numeric" }, words: { rows: 2 } }[kind];
    return field({ name: at, label, hint, value, draft: draft(at), send, intent, ...more });
  }

  function questions({ points, words }, found) {
    return h("section", { class: "cf-card", key: "points" }, [
      h("h2", { text: points.title }),
      h("p", { class: "cf-quiet", text: points.hint }),
      h("ul", { class: "cf-plan-folds" }, points.groups.map((group) => rows.row(
        group.id,
        [h("strong", { text: group.title }), group.points.length ? h("span", { class: "cf-quiet", text: [group.open, group.mind].filter(Boolean).join(" · ") }) : null],
        () => [
          h("ul", { class: "cf-plan-points", key: "points" }, group.points.map((point) => question(point, points, words, found))),
          group.advice.map((one) => h("div", { key: one.rule, class: "cf-plan-tip" }, [
            h("p", {}, [h("strong", { text: `${points.tip} ` }), one.text]),
            source(words.why, one.sources, one.text),
          ])),
        ],
      ))),
    ]);
  }

  function question(point, { answers, more, words: inWords }, words, found) {
    const at = `return.point.${point.id}.words`;
    const isWorded = worded.has(point.id) || Boolean(point.words);
    return h("li", { key: point.id, class: "cf-plan-point" }, [
      h("p", { class: "cf-plan-asked", key: "asked" }, [point.text, point.again ? h("small", { text: point.again }) : null, point.on ? h("small", { class: "cf-quiet", text: point.on }) : null]),
      h("div", { class: "cf-plan-answer", key: "answer" }, [
        segmented({
          key: "yes-no",
          label: point.text,
          options: answers,
          chosen: point.answer,
          choose: (value) => send({ kind: "point", about: point.id, name: "answer", value }),
          canClear: true,
        }),
        isWorded
          ? h("span", { class: "cf-plan-gap", key: "more" })
          : button(more, () => { worded.add(point.id); redraw(); }, { look: "quiet", icon: "pencil", iconOnly: true, key: "more", aria: { label: `${more}: ${point.text}` } }),
        source(words.source, point.sources, point.text),
      ]),
      isWorded
        ? field({ name: at, label: inWords, value: point.words, draft: draft(at), send, intent: { kind: "point", about: point.id, name: "words" } })
        : null,
      found.filter((one) => one.point === point.id).map((one) => finding(one, words, true)),
    ]);
  }

  function pulls({ pulls: shown, words }) {
    return shown.rows.length
      ? h("section", { class: "cf-card", key: "pulls" }, [
          h("h2", { text: shown.title }),
          h("p", { class: "cf-quiet", text: shown.hint }),
          h("ul", { class: "cf-plan-folds" }, shown.rows.map((pull) => rows.row(
            `pull ${pull.id}`,
            [h("strong", { text: pull.text }), h("span", { class: "cf-quiet", text: pull.side_words })],
            () => sides(pull, shown, words),
          ))),
        ])
      : null;
  }

  function sides(pull, shown, words) {
    const at = `return.pull.${pull.id}`;
    return [
      h("dl", { class: "cf-plan-sides", key: "sides" }, pull.sides.map((side, n) => h("div", { key: side.id }, [
        h("dt", { text: pull.options[n].text }),
        h("dd", {}, [h("p", { text: side.text }), source(words.source, side.sources, side.text)]),
      ]))),
      segmented({
        label: pull.text,
        options: pull.options,
        chosen: pull.side,
        choose: (value) => send({ kind: "pull", about: pull.id, value }),
        canClear: true,
      }),
      field({ name: at, label: shown.why, rows: 2, value: pull.words, draft: draft(at), send, intent: { kind: "pull", about: pull.id } }),
    ];
  }

  function aside({ aside: shown, words }) {
    return shown.rows.length
      ? h("section", { class: "cf-card", key: "aside" }, [
          h("h2", { text: shown.title }),
          h("p", { class: "cf-quiet", text: shown.hint }),
          h("ul", { class: "cf-plan-set-aside" }, shown.rows.map((one) => h("li", { key: one.id }, [
            h("div", { key: "words" }, [
              h("p", { text: one.text }),
              h("p", { class: "cf-quiet", text: [one.reason, one.for].filter(Boolean).join(" · ") }),
            ]),
            h("div", { class: "cf-plan-acts", key: "acts" }, [
              source(words.why, one.sources, one.text),
              button(shown.undo, () => send({ kind: "take-back", id: one.id }), { look: "quiet", icon: "undo", key: "undo", aria: { label: `${shown.undo}: ${one.text}` } }),
            ]),
          ]))),
        ])
      : null;
  }
}
