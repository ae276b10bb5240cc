/** Other ways than this school and formal measures: read, weighed, chosen; one open at a time. */
import { halfTyped } from "../assessment/shared.js";
import { button, field, h, icon, segmented, tick } from "../kit/index.js";
import { findingRows } from "./findings.js";
import { focusKept, rowsOneAtATime, source } from "./folds.js";

/**
 * Makes what draws the tab with other ways.
 *
 * @param {import("../kit/page.js").Context} context
 * @param {(asked: object) => void} ask
 * @param {(place: object) => void} go Goes where something is solved.
 * @returns {{draw: (page: object) => *, open: (key: string) => void}}
 */
export function waysTab(context, ask, go) {
  const { send, draft, redraw, main } = context;
  const keepFocus = focusKept(main);
  const rows = rowsOneAtATime(redraw);
  const finding = findingRows(context, ask, go);
  // What was half typed when the page went away is opened again.
  const [, , typed] = halfTyped(context, "return.way")?.split(".") ?? [];
  let sought = typed; // the row that holds it
  let arriving = null; // what was just taken up, until it is among what is weighed

  return { draw, open: rows.open };

  function draw({ ways, ready }) {
    const { words } = ways;
    const all = [...ways.weighed.rows, ...ways.measures.weighed];
    const home = sought && all.find(({ id }) => id === sought);
    if (home) rows.open(home.fold);
    sought = null;
    if (all.some(({ fold }) => fold === arriving)) requestAnimationFrame(arrived);
    else keepFocus(all.flatMap(({ id, findings }) => [id, ...findings.map(({ rule }) => rule)]));
    return h("div", { class: "cf-plan-needs" }, [
      h("header", { class: "cf-plan-ways-head", key: "head" }, [
        h("p", { class: "cf-plan-alone" }, [icon("lock"), h("span", { text: ways.alone })]),
        h("div", { class: "cf-row" }, [
          h("p", { class: "cf-plan-letting-go", text: ways.letting_go }),
          source(words.source, ways.letting_go_sources, ways.letting_go),
        ]),
      ]),
      ways.findings.map((one) => finding(one, ready.words)),
      h("section", { class: "cf-card", key: "weighed" }, [
        h("h2", { text: ways.weighed.title }),
        ways.weighed.empty
          ? h("p", { class: "cf-empty", text: ways.weighed.empty })
          : h("ul", { class: "cf-plan-folds" }, ways.weighed.rows.map((one) => weighed(one, words, ready.words))),
      ]),
      h("section", { class: "cf-card", key: "options" }, [
        h("h2", { text: ways.options.title }),
        h("p", { class: "cf-quiet", text: ways.options.hint }),
        h("ul", { class: "cf-plan-folds" }, ways.options.rows.map((one) => rows.row(one.id, one.name, () => [about(one, words), weigh(one, words)]))),
      ]),
      h("section", { class: "cf-card", key: "measures" }, [
        h("h2", { text: ways.measures.title }),
        h("p", { class: "cf-quiet", text: ways.measures.hint }),
        h("ul", { class: "cf-plan-folds" }, [
          ways.measures.weighed.map((one) => weighed(one, words, ready.words)),
          ways.measures.rows.map((one) => rows.row(one.id, one.name, () => [about(one, words), sides(one, words), weigh(one, words)])),
        ]),
      ]),
    ]);
  }

  // It moved to what is weighed, and stays open there: the focus goes along.
  function arrived() {
    arriving = null;
    const there = main.querySelector(".cf-plan-unfolded > button");
    there?.scrollIntoView({ block: "center" });
    there?.focus({ preventScroll: true });
  }

  function about(one, words) {
    return h("div", { class: "cf-plan-about", key: "about" }, [
      h("p", { text: [one.text, one.from_age].filter(Boolean).join(" ") }),
      // Of a measure what speaks against it stands beside what speaks for it.
      one.in_favour ? null : one.against.map((each) => h("p", { key: each }, [h("strong", { text: `${words.against}: ` }), each])),
      source(words.source, one.sources, one.name),
    ]);
  }

  function weigh(one, words) {
    return h("div", { class: "cf-row", key: "weigh" }, button(words.weigh, () => { arriving = one.id; send({ kind: "weigh", id: one.id }); }, { icon: "plus", aria: { label: `${words.weigh}: ${one.name}` } }));
  }

  function sides(one, words, own) {
    const side = (name, title) => h("div", { key: name }, [
      h("h3", { text: title }),
      h("ul", {}, one[name].map((each) => h("li", { key: each, text: each }))),
      own?.(name),
    ]);
    return h("div", { class: "cf-plan-two", key: "two" }, [side("in_favour", words.in_favour), side("against", words.against_side)]);
  }

  function weighed(one, words, rule) {
    return rows.row(one.fold, [h("strong", { text: one.name }), h("span", { class: "cf-quiet", text: one.state_words })], () => [
      about(one, words),
      one.findings.map((each) => finding(each, rule, true)),
      one.is_measure ? measure(one, words) : way(one, words),
      h("div", { class: "cf-plan-state", key: "state" }, [
        segmented({
          label: words.state,
          showLabel: true,
          options: words.states,
          chosen: one.state,
          choose: (state) => state !== one.state && moveOn(one, state, words),
          wrap: true,
        }),
        button(words.remove, () => send({ kind: "unweigh", id: one.id }), { look: "quiet", key: "remove", aria: { label: `${words.remove}: ${one.name}` } }),
      ]),
    ]);
  }

  function entry(one, name, label, more = {}) {
    const at = `return.way.${one.id}.${name}`;
    return field({ name: at, label, draft: draft(at), send, intent: { kind: "way", id: one.id, name }, ...more });
  }

  function choice(one, name, label, options, chosen) {
    return segmented({ label, showLabel: true, options, chosen, choose: (value) => send({ kind: "way", id: one.id, name, value }), canClear: true, wrap: true });
  }

  function way(one, words) {
    return h("div", { class: "cf-plan-way", key: "way" }, [
      entry(one, "words", words.how_here, { rows: 2, value: one.words, hint: words.how_here_hint }),
      one.asks_steering ? choice(one, "is_self_steering", words.steering, words.answers, one.steering) : null,
      one.asks_why ? choice(one, "why", words.why, words.reasons, one.why) : null,
      h("fieldset", { key: "asked" }, [
        h("legend", { text: words.questions }),
        words.asked.map(({ id, text }) => choice(one, id, text, words.answers, one.asked[id])),
      ]),
      one.leaves_school ? entry(one, "return_link", words.return_link, { rows: 2, value: one.return_link, hint: words.return_link_hint }) : null,
      one.leaves_school ? entry(one, "contact", words.contact, { rows: 2, value: one.contact, hint: words.contact_hint }) : null,
      h("fieldset", { key: "agreed" }, [
        h("legend", { text: words.agreed }),
        one.agreed.length
          ? h("div", { class: "cf-plan-ticks" }, one.agreed.map((person) => tick({ key: person.id, text: person.called, checked: person.on, change: (on) => send({ kind: "way-agrees", id: one.id, person: person.id, on }) })))
          : h("p", { class: "cf-quiet", text: words.nobody }),
      ]),
      entry(one, "review_on", words.review, { type: "date", value: one.review_on }),
    ]);
  }

  function measure(one, words) {
    const own = (name) => entry(one, name, name === "in_favour" ? words.own_in_favour : words.own_against, { rows: 2, value: one[`own_${name}`], hint: words.own_hint });
    return h("div", { class: "cf-plan-way", key: "measure" }, [
      sides(one, words, own),
      choice(one, "halts", words.halts, words.answers, one.halts),
      entry(one, "worrying", words.worrying, { rows: 2, value: one.worrying }),
      entry(one, "on", words.begun, { type: "date", value: one.on }),
    ]);
  }

  function moveOn(one, state, words) {
    const isTaken = words.states.find(({ id }) => id === state).is_in_force;
    if (!isTaken || !one.open.length) return send({ kind: "way-state", id: one.id, state });
    ask({
      name: "way-state",
      title: words.reason_title,
      close: words.close,
      act: words.reason_do,
      content: ({ text }) => [
        h("p", { key: "about", text: words.reason_text }),
        h("ul", { key: "open" }, one.open.map((each) => h("li", { key: each, text: each }))),
        text("reason", words.reason_label),
      ],
      intent: ({ reason }) => ({ kind: "way-state", id: one.id, state, reason }),
    });
  }
}
