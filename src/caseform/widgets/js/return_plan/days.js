/** The coming days: how they climb, day by day with its reason, and what comes after. */
import { button, chip, h, icon, popButton } from "../kit/index.js";
import { settingAside } from "./findings.js";
import { source } from "./folds.js";

/** Makes what draws the coming days. */
export function daysPart({ send }, ask, who) {
  const setAside = settingAside(ask);
  return days;

  function days(shown, agreeing) {
    return h("section", { class: "cf-card", key: "days" }, [
      h("h2", { text: shown.title }),
      shown.stale
        ? h("div", { class: "cf-plan-stale", key: "stale" }, [
            h("p", { text: shown.stale.text }),
            button(shown.stale.do, () => send({ kind: "renew" }), { key: "renew" }),
          ])
        : null,
      shown.standing.length
        ? h("div", { class: "cf-row cf-plan-standing", key: "standing" }, shown.standing.map(({ key, text, end }) =>
            chip({ key, text, remove: { label: end, press: () => send({ kind: "end-standing", id: key }) } }),
          ))
        : null,
      ...shown.messages.map((one) => message(one, shown.why)),
      shown.first ? first(shown.first) : null,
      shown.ways_out ? waysOut(shown.ways_out) : null,
      shown.strip.length ? strip(shown.strip, shown.strip_words) : null,
      h("ol", { class: "cf-plan-days", key: "rows" }, shown.rows.map((one) => (one.gap ? gap(one) : row(one)))),
      shown.later ? h("p", { class: "cf-plan-later", key: "later", text: shown.later }) : null,
      shown.rows.length ? agreeing(shown.written) : null,
    ]);
  }

  function message(one, why) {
    return h("div", { class: ["cf-plan-message", `cf-plan-${one.weight}`], key: `${one.rule} ${one.text}` }, [
      h("p", {}, [h("strong", { text: `${one.weight_words} ` }), one.text]),
      source(why, [one.source].filter(Boolean), one.text),
    ]);
  }

  function first({ text, goals, step }) {
    return h("div", { class: "cf-stack cf-plan-first", key: "first" }, [
      h("p", { key: "text", text }),
      h("ul", { key: "goals" }, goals.map((goal) => h("li", { key: goal.key, text: goal.text }))),
      step ? h("p", { key: "step", text: step }) : null,
    ]);
  }

  function waysOut({ clash, parts, why, title, words, all }) {
    return h("div", { class: "cf-out", key: "out" }, [
      h("div", { class: "cf-out-clash", key: "clash" }, [
        h("p", {}, h("strong", { text: clash })),
        h("ul", {}, parts.map(({ text, source: from }) => h("li", { key: text }, [
          h("p", { text }),
          source(why, [from].filter(Boolean), text),
        ]))),
      ]),
      h("h3", { text: title }),
      h("ul", {}, all.map((way) => h("li", { key: way.key }, [
        h("p", { text: way.text }),
        h("p", { class: "cf-quiet", text: [way.consequence, way.more].filter(Boolean).join(" ") }),
        way.act ? button(way.act.text, () => loosen(way, words), { key: "do", aria: { label: `${way.act.text}: ${way.text}` } }) : null,
      ]))),
    ]);
  }

  function loosen({ act, text }, words) {
    if (act.what === "renew") send({ kind: "renew" });
    if (act.what === "held") send({ kind: "end-standing", id: "hold" });
    if (act.what === "people") who.unfold();
    if (act.what === "aside") setAside({ rule: act.rule, where: act.where, text }, words);
  }

  /** Rows say the same in words, so a screen reader passes by this picture. */
  function strip(columns, words) {
    return h("figure", { class: "cf-strip", key: "strip" }, [
      h("div", { class: "cf-strip-days", aria: { hidden: "true" } }, columns.map((one) =>
        h("div", {
          key: one.key,
          class: ["cf-strip-day", one.starts_week && "cf-strip-monday", one.is_off && "cf-strip-off", one.is_agreed && "cf-strip-agreed"],
        }, [
          h("span", { class: "cf-strip-room" }, one.is_off ? null : h("span", { class: "cf-strip-bar", style: { "--share": one.share } }, one.is_up ? icon("up") : null)),
          h("span", { class: "cf-strip-date", text: one.day }),
        ]),
      )),
      h("figcaption", { class: "cf-quiet", text: words }),
    ]);
  }

  function gap(one) {
    return h("li", { key: one.key, class: ["cf-plan-gap", one.is_weekend && "cf-plan-weekend"] }, [
      h("span", { class: one.is_weekend ? "cf-unseen" : null, text: [one.gap, one.until].filter(Boolean).join(" ") }),
    ]);
  }

  function row(day) {
    return h("li", { key: day.key, class: `cf-plan-${day.direction}` }, [
      h("span", { class: "cf-plan-on", text: day.on }),
      h("span", { class: "cf-plan-what" }, [
        day.direction === "same" ? null : [icon(day.direction), h("span", { class: "cf-unseen", text: day.direction_words })],
        day.step,
        day.lessons.length ? h("span", { class: "cf-plan-lessons", text: day.lessons.join(" · ") }) : null,
        h("span", { class: "cf-plan-people cf-quiet" }, [
          day.people,
          day.agreed ? h("span", { class: "cf-plan-agreed" }, [icon("check"), day.agreed]) : null,
        ]),
      ]),
      day.why.length
        ? popButton({
            key: `why ${day.key}`,
            label: `${day.why_label} ${day.on}`,
            face: () => day.why_label,
            content: () => h("div", { class: "cf-plan-why" }, day.why.map((one) => [
              h("p", { text: one.text }),
              h("p", { class: "cf-quiet", text: one.source }),
            ])),
          })
        : h("span"),
    ]);
  }
}
