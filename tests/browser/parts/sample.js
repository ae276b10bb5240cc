/** A page made of every part of the kit, for the tests of the kit. */
import { bar } from "/src/caseform/widgets/js/bar.js";
import {
  button,
  chip,
  dialog,
  field,
  h,
  mark,
  page,
  segmented,
  select,
  tabs,
  tick,
} from "/src/caseform/widgets/js/kit/index.js";

export default page({
  name: "sample",
  bar,
  make: (context) => {
    const { send, draft, root, words } = context;
    let side = "away";
    let tab = "one";
    const show = () =>
      dialog(root, {
        title: "Deel dit kaartje",
        closeWords: words().close,
        content: () => h("p", { text: "Wie mag dit zien?" }),
        actions: (close) => [button("Niet nu", close), button("Deel met iedereen hier", close, { look: "main" })],
      });
    return (now) =>
      h(
        "div",
        { class: "cf-stack", style: { "max-width": "760px" } },
        h("h1", { text: now.title }),
        h(
          "div",
          { class: "cf-row" },
          ["away", "home", "toward"].map((name) =>
            h(
              "div",
              { key: name, class: ["cf-card", "cf-area", `cf-${name}`], style: { width: "220px" } },
              h("strong", {}, mark(name), ` ${now.sides[name]}`),
              h("p", { text: "’s Ochtends buikpijn" }),
            ),
          ),
        ),
        h(
          "div",
          { class: "cf-row" },
          ["away", "home", "toward"].map((name) =>
            h("span", { key: name, class: ["cf-band", `cf-${name}`], style: { width: "120px", height: "14px" } }),
          ),
          chip({ text: "kookles", mark: "strength" }),
          chip({ text: "blijft gaande", mark: "keeps" }),
          chip({ text: "Sem", pressed: true, press: () => {} }),
          chip({ text: "moeder", remove: { label: "Haal moeder weg", press: () => {} } }),
        ),
        field({
          name: "sample.words",
          label: "Eigen woorden",
          value: now.words,
          draft: draft("sample.words"),
          unsaved: words().unsaved,
          send,
          intent: { kind: "set-words", id: "x1" },
        }),
        field({
          name: "sample.story",
          label: "Wat er gebeurde",
          rows: 3,
          value: now.story,
          draft: draft("sample.story"),
          send,
          intent: { kind: "set-story" },
        }),
        field({
          name: "sample.entry",
          label: "Nieuw kaartje",
          placeholder: "zoek of typ een kaartje…",
          clears: true,
          draft: draft("sample.entry"),
          send,
          intent: { kind: "add-card" },
        }),
        segmented({
          label: "Kant",
          chosen: side,
          canClear: true,
          options: Object.entries(now.sides).map(([id, text]) => ({ id, text, mark: id })),
          choose: (id) => {
            side = id;
            context.redraw();
          },
        }),
        h("ul", { class: "cf-list" }, now.cards.map(({ id, text }) => h("li", { key: id }, h("button", { type: "button", text })))),
        h(
          "div",
          { class: "cf-row" },
          button("Deel met iedereen hier", show, { look: "main", icon: "eye" }),
          button("Verbind", () => send({ kind: "link" }), { icon: "link", keys: "L" }),
          tick({ text: "lagen: jongere", checked: true, change: (on) => send({ kind: "layer", on }) }),
          select({ label: "Plaats", hideLabel: true, chosen: "a", options: [{ id: "a", text: "thuis" }], choose: () => {} }),
        ),
        tabs(
          {
            label: "Wat",
            chosen: tab,
            tabs: [
              { id: "one", text: "Hoe" },
              { id: "two", text: "Wanneer" },
            ],
            choose: (id) => {
              tab = id;
              context.redraw();
            },
          },
          h("p", { text: tab === "one" ? "Met de fiets." : "Donderdag." }),
        ),
      );
  },
});
