/** Questions that several people may answer, each for themselves. */
import { button, field, h, icon, segmented } from "../kit/index.js";
import { halfTyped, source } from "./shared.js";

/**
 * Makes what draws questions: whose answers are written down is chosen once, above them.
 *
 * @param {import("../kit/page.js").Context} context
 * @returns {{choose: (speakers: object) => *, one: (question: object, speakers: object) => *,
 *   folded: (question: object, speakers: object) => *}} `one` shows the answer at once, `folded`
 *   once the question is opened; what was said is always in sight.
 */
export function questions(context) {
  const { send, draft, redraw } = context;
  // What was half typed when the page went away is opened again.
  const [, , asked, by] = halfTyped(context, "prepare.answer")?.split(".") ?? [];
  let speaker = by ?? "";
  let opened = asked ?? null; // the folded question that is open
  const worded = new Set(asked ? [`${asked} ${speaker}`] : []);

  const choose = (speakers) => {
    if (!speakers.options.some(({ id }) => id === speaker)) speaker = "";
    return segmented({
      key: "speaker",
      label: speakers.label,
      showLabel: true,
      options: speakers.options,
      chosen: speaker,
      choose: (id) => { speaker = id; redraw(); },
      wrap: true,
    });
  };

  const one = (question, speakers) => h("li", { class: "cf-prepare-question", key: question.id }, [
    h("p", { class: "cf-prepare-asked", key: "asked", text: question.text }),
    answer(question, speakers),
    said(question, question.said.filter(({ by }) => by !== speaker)),
  ]);

  const folded = (question, speakers) => {
    const isOpen = opened === question.id;
    return h("li", { class: "cf-prepare-question cf-prepare-criterion", key: question.id }, [
      h("button", {
        type: "button",
        class: "cf-prepare-ask",
        key: "turn",
        aria: { expanded: String(isOpen) },
        on: { click: () => { opened = isOpen ? null : question.id; redraw(); } },
      }, [icon(isOpen ? "up" : "down"), h("span", { text: question.text })]),
      h("p", { class: "cf-prepare-named", key: "named", text: question.named_by }),
      isOpen ? answer(question, speakers) : null,
      said(question, question.said.filter(({ by }) => !isOpen || by !== speaker)),
    ]);
  };

  return { choose, one, folded };

  function answer(question, speakers) {
    const mine = question.said.find(({ by }) => by === speaker);
    const key = `${question.id} ${speaker}`;
    const isWorded = worded.has(key) || Boolean(mine?.words || mine?.since);
    return [
      h("div", { class: "cf-prepare-answer", key: `answer ${speaker}` }, [
        segmented({
          key: "yes-no",
          label: question.text,
          options: speakers.answers,
          chosen: mine?.answer ?? null,
          choose: (value) => send({ kind: "answer", about: question.id, name: "answer", said_by: speaker, value }),
          canClear: true,
        }),
        isWorded
          ? null
          : button(speakers.more, () => { worded.add(key); redraw(); }, { look: "quiet", icon: "pencil", iconOnly: true, key: "more", aria: { label: `${speakers.more}: ${question.text}` } }),
        source(question.ask ? speakers.ask : speakers.source, question.source, question.text, question.ask),
      ]),
      isWorded ? told(question, speakers, mine) : null,
    ];
  }

  function told(question, speakers, mine) {
    const entry = (name, label) => {
      const at = `prepare.answer.${question.id}.${speaker}.${name}`;
      return field({
        name: at,
        label,
        value: mine?.[name] ?? "",
        draft: draft(at),
        send,
        intent: { kind: "answer", about: question.id, name, said_by: speaker },
      });
    };
    return h("div", { class: "cf-prepare-told", key: `told ${speaker}` }, [entry("words", speakers.words), entry("since", speakers.since)]);
  }

  function said(question, now) {
    const all = [...now, ...question.earlier];
    return [
      question.differs ? h("p", { class: "cf-prepare-differs", key: "differs", text: question.differs }) : null,
      all.length
        ? h("ul", { class: "cf-prepare-others", key: "others" }, all.map((each) => h("li", { key: each.id }, [
            h("strong", { text: each.who }),
            ` ${each.answer_words}`,
            each.words ? h("span", { class: "cf-prepare-words", text: ` – ${each.words}` }) : null,
            each.since ? h("span", { class: "cf-quiet", text: ` – ${each.since}` }) : null,
            each.on ? h("span", { class: "cf-quiet", text: ` (${each.on})` }) : null,
          ])))
        : null,
    ];
  }
}
