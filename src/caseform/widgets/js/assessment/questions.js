/** Questions that several people may answer, each for themselves. */
import { button, field, h, segmented } from "../kit/index.js";
import { source } from "./shared.js";

/**
 * Makes what draws questions: whose answers are written down is chosen once, above them.
 *
 * @param {import("../kit/page.js").Context} context
 * @returns {{choose: (speakers: object) => HTMLElement, one: (question: object, speakers: object) =>
 *   HTMLElement}}
 */
export function questions({ send, draft, redraw }) {
  let speaker = "";
  const unfolded = new Set();

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

  const one = (question, speakers) => {
    const mine = question.said.find(({ by }) => by === speaker);
    const others = [...question.said.filter(({ by }) => by !== speaker), ...question.earlier];
    const key = `${question.id} ${speaker}`;
    const isOpen = unfolded.has(key) || Boolean(mine?.words || mine?.since);
    return h("li", { class: "cf-prepare-question", key: question.id }, [
      h("div", { class: "cf-prepare-asked", key: "asked" }, [
        h("p", { text: question.text }),
        question.named_by ? h("p", { class: "cf-prepare-named", text: question.named_by }) : null,
      ]),
      h("div", { class: "cf-prepare-answer", key: `answer ${speaker}` }, [
        segmented({
          key: "yes-no",
          label: question.text,
          options: speakers.answers,
          chosen: mine?.answer ?? null,
          choose: (value) => send({ kind: "answer", about: question.id, name: "answer", said_by: speaker, value }),
          canClear: true,
        }),
        isOpen
          ? null
          : button(speakers.more, () => { unfolded.add(key); redraw(); }, { look: "quiet", icon: "pencil", iconOnly: true, key: "more", aria: { label: `${speakers.more}: ${question.text}` } }),
        source(question.ask ? speakers.ask : speakers.source, question.source, question.text, question.ask),
      ]),
      isOpen ? told(question, speakers, mine) : null,
      question.differs ? h("p", { class: "cf-prepare-differs", key: "differs", text: question.differs }) : null,
      others.length
        ? h("ul", { class: "cf-prepare-others", key: "others" }, others.map((said) => h("li", { key: said.id }, [
            h("strong", { text: said.who }),
            ` ${said.answer_words}`,
            said.words ? h("span", { class: "cf-prepare-words", text: ` – ${said.words}` }) : null,
            said.since ? h("span", { class: "cf-quiet", text: ` – ${said.since}` }) : null,
            said.on ? h("span", { class: "cf-quiet", text: ` (${said.on})` }) : null,
          ])))
        : null,
    ]);
  };

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

  return { choose, one };
}
