/** The talk: one prompt at a time, large, and the answer caught with one tap. */
import { button, field, h, segmented } from "../kit/index.js";
import { head, source } from "./shared.js";

export function talkTab({ root, send, draft, redraw, shortcut }) {
  let talk = "youth";
  const at = { youth: 0, parents: 0 };
  const speaker = {};
  let typed = { field: "", text: "" };
  let prompts = [];
  const isInSight = () => root.querySelector(".cf-prepare-prompt") !== null;

  const go = (step) => {
    const next = at[talk] + step;
    if (!prompts[next]) return;
    at[talk] = next;
    redraw();
  };
  shortcut({ ArrowLeft: () => isInSight() && go(-1), ArrowRight: () => isInSight() && go(1) });

  return (shown) => {
    const now = shown.talks.find((one) => one.id === talk);
    prompts = now.prompts;
    const prompt = now.prompts[at[talk]];
    return [
      head(shown),
      segmented({
        key: "talks",
        label: shown.choose,
        showLabel: true,
        options: shown.talks,
        chosen: talk,
        choose: (id) => { talk = id; redraw(); },
      }),
      prompt ? card(shown, now, prompt) : null,
    ];
  };

  function card(shown, { people }, prompt) {
    const by = people.some((one) => one.id === speaker[talk]) ? speaker[talk] : people.length === 1 ? people[0].id : null;
    const text = () => (typed.field === prompt.field ? typed.text : (draft(prompt.field) ?? ""));
    const hear = (words) => {
      const had = Boolean(text().trim());
      typed = { field: prompt.field, text: words };
      if (had !== Boolean(words.trim())) redraw();
    };
    return h("section", { class: "cf-card cf-prepare-prompt", key: "card", aria: { label: prompt.topic } }, [
      h("div", { class: "cf-row cf-prepare-top", key: "top" }, [
        button(shown.before, () => go(-1), { look: "quiet", icon: "left", key: "before", disabled: at[talk] === 0 }),
        h("span", { class: "cf-quiet", text: prompt.count }),
        button(shown.after, () => go(1), { look: "quiet", icon: "right", class: "cf-prepare-after", key: "after", disabled: at[talk] === prompts.length - 1 }),
        h("span", { class: "cf-push" }),
        source(shown.source, prompt.source, prompt.topic),
      ]),
      h("p", { class: "cf-quiet", key: "topic", text: prompt.topic }),
      h("p", { class: "cf-prepare-large", key: "prompt", text: prompt.prompt, aria: { live: "polite" } }),
      people.length > 1
        ? segmented({ key: "speaker", label: shown.speaker, showLabel: true, options: people, chosen: by, choose: (id) => { speaker[talk] = id; redraw(); }, canClear: true, wrap: true })
        : people.length
          ? null
          : h("p", { class: "cf-quiet", key: "nobody", text: shown.nobody }),
      field({ name: prompt.field, label: shown.answer, draft: draft(prompt.field), send, rows: 3, ontext: hear, commit: () => {} }),
      h("div", { class: "cf-prepare-catch", key: "catch" }, shown.catch.map((one) => h("div", { key: one.id }, [
        button(one.text, () => send({ kind: "catch", how: one.id, guide: prompt.id, text: text(), said_by: by, field: prompt.field }), {
          key: one.id,
          disabled: !text().trim() || (one.id === "view" && !by),
        }),
        h("small", { class: "cf-quiet", text: one.hint }),
      ]))),
    ]);
  }
}
