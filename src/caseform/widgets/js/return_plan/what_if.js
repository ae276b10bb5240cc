/** What if? A chip asks the least it needs, and the answer stands beneath before anything is kept. */
import { button, chip, h, select } from "../kit/index.js";
import { source } from "./folds.js";

/** Makes what draws the questions about the coming days. */
export function whatIfPart({ send, redraw }) {
  let chosen = null;
  let told = {};
  return whatIf;

  function whatIf(shown) {
    if (!shown) return null;
    const { answer } = shown;
    return h("section", { class: "cf-card cf-if", key: "what-if" }, [
      h("h2", { text: shown.title }),
      h("div", { class: "cf-row" }, shown.chips.map(({ id, text }) =>
        chip({ key: id, text, pressed: chosen === id, press: () => choose(id, shown) }),
      )),
      chosen ? question(shown) : null,
      chosen && answer?.kind === chosen ? answered(answer) : null,
    ]);
  }

  function choose(id, shown) {
    chosen = chosen === id ? null : id;
    const { today } = shown;
    told = chosen === "ill" ? { starts: today, ends: today } : chosen === "receiver" ? { starts: shown.days[0].id, ends: shown.days[0].id } : {};
    if (shown.answer) send({ kind: "drop-what-if" });
    if (chosen === "back" || chosen === "ill") look();
    redraw();
  }

  function look() {
    send({ kind: "what-if", what: chosen, ...told });
  }

  /** Fills in one part; asks at once when that was all that is needed. */
  function tell(name, value, needed) {
    told = { ...told, [name]: value };
    if (needed.every((each) => told[each])) look();
    redraw();
  }

  function question({ words, days, steps, people, nobody }) {
    const pick = (name, label, options, needed) =>
      select({
        key: name,
        label,
        options: told[name] ? options : [{ id: "", text: words.choose }, ...options],
        chosen: told[name] ?? "",
        choose: (value) => tell(name, value, needed),
      });
    const day = (name, label, needed) =>
      h("label", { class: "cf-field", key: name }, [
        h("span", { class: "cf-field-label", text: label }),
        h("input", {
          type: "date",
          class: "cf-input",
          value: told[name] ?? "",
          // While a year is being typed the browser already tells of the year 2, or 20, or 202.
          on: { change: ({ target }) => (target.value === "" || target.value >= "1900") && tell(name, target.value, needed) },
        }),
      ]);
    const both = ["starts", "ends"];
    const parts = {
      ill: () => [day("starts", words.from, both), day("ends", words.until, both)],
      holiday: () => [
        day("starts", words.from, both),
        day("ends", words.until, both),
        h("label", { class: "cf-field", key: "words" }, [
          h("span", { class: "cf-field-label", text: words["what-for"] }),
          h("input", { type: "text", class: "cf-input", autocomplete: "off", value: told.words ?? "", on: { change: (event) => tell("words", event.target.value, both) } }),
        ]),
      ],
      come: () => [pick("on", words.day, days, ["on"])],
      hold: () => [pick("on", words.until, days, ["on"])],
      back: () => [],
      skip: () => [pick("step", words.step, steps, ["step"])],
      receiver: () =>
        people.length
          ? [pick("person", words.person, people, ["person"]), pick("starts", words.from, days, ["person"]), pick("ends", words.until, days, ["person"])]
          : [h("p", { class: "cf-quiet", text: nobody })],
    };
    return h("div", { class: "cf-if-question", key: chosen }, parts[chosen]());
  }

  function answered(answer) {
    return h("div", { class: "cf-if-answer", key: "answer", role: "status" }, [
      h("p", { class: "cf-quiet", text: answer.asked }),
      h("p", {}, h("strong", { text: answer.verdict })),
      answer.reasons.map((one) => reason(one, answer.why)),
      answer.instead.length
        ? h("div", { class: "cf-row", key: "instead" }, [
            h("span", { text: answer.instead_title }),
            answer.instead.map(({ id, text }) => button(text, () => tell("on", id, ["on"]), { key: id })),
          ])
        : null,
      answer.moved_title ? h("p", { key: "moved-title", text: answer.moved_title }) : null,
      answer.moved.length
        ? h("ul", { class: "cf-if-moved", key: "moved" }, answer.moved.map((one) => h("li", { key: one.key }, [
            h("span", { class: "cf-plan-on", text: one.on }),
            h("span", { class: "cf-quiet", text: one.before }),
            h("span", { class: "cf-quiet", text: `${one.becomes} ` }),
            h("span", { text: one.after }),
          ])))
        : null,
      h("div", { class: "cf-row", key: "acts" }, [
        answer.keep ? button(answer.keep, () => done("keep-what-if"), { icon: "pencil", key: "keep" }) : null,
        button(answer.drop, () => done("drop-what-if"), { look: "quiet", key: "drop" }),
      ]),
    ]);
  }

  function reason(one, why) {
    return h("div", { class: "cf-if-reason", key: `${one.rule} ${one.text}` }, [
      h("p", { text: one.text }),
      source(why, [one.source].filter(Boolean), one.text),
    ]);
  }

  function done(kind) {
    chosen = null;
    told = {};
    send({ kind });
    redraw();
  }
}
