/** Under the board: the picture said back, its circles, what is still to ask, what has changed. */
import { button, field, h, icon, segmented, select, tick } from "../kit/index.js";

/**
 * @param {object} context The page's context.
 * @param {object} does
 * @param {() => object} does.board The newest board.
 */
export function underBoard(context, { board }) {
  const { root, send, draft, redraw, view, words: shared } = context;
  const nameOf = (line) => `picture.told.${length}.${line.about}`;
  // What was half typed when the page went away is in sight again.
  const isHalfTyped = Object.keys(view().drafts ?? {}).some((name) => name.startsWith("picture.told.full."));
  let length = isHalfTyped ? "full" : "short";
  let correcting = null; // name of the field of the sentence that is being corrected
  let changed = null; // what Python said of the changes, while they are shown
  let since = null;
  let reader = null;

  context.onMessage("differences", (message) => {
    const { language } = view();
    changed = { language, lines: message.lines, new: new Set(message.new), changed: new Set(message.changed) };
    redraw();
  });
  // Its sentences are in the language of the moment; in another one they are asked for anew.
  const difference = () => (changed?.language === view().language ? changed : null);

  const told = () => board().told;

  const lines = () => {
    const { words, short, lines: full, audiences, shared_with } = told();
    const all = length === "short" ? short : full;
    return h("section", { class: "cf-card cf-pic-told", key: "told", aria: { label: words.told } }, [
      h("div", { class: "cf-row", key: "head" }, [
        h("h2", { text: words.told }),
        h("span", { class: "cf-push" }),
        full.length
          ? segmented({
              key: "length",
              label: words["told-length"],
              options: ["short", "full"].map((id) => ({ id, text: words[`told-${id}`] })),
              chosen: length,
              choose: (id) => {
                length = id;
                redraw();
              },
            })
          : null,
      ]),
      all.length
        ? h("p", { class: "cf-quiet", key: "hint", text: words["told-hint"] })
        : h("p", { class: "cf-quiet", key: "empty", text: words["told-empty"] }),
      h("ul", { class: "cf-pic-lines", key: "lines" }, all.map((line) => lineOf(line, words))),
      all.length
        ? h("div", { class: "cf-pic-sharing", key: "sharing", role: "group", aria: { label: words["told-share"] } }, [
            h("p", { class: "cf-quiet", text: words["told-share"] }),
            h("div", { class: "cf-pic-audiences" }, audiences.map(({ id, text }) =>
              tick({ key: id, text, checked: shared_with.includes(id), change: (on) => send({ kind: "share-told", label: id, on }) }),
            )),
          ])
        : null,
    ]);
  };

  const lineOf = (line, words) => {
    const name = nameOf(line);
    const open = correcting === name || draft(name) != null;
    const keep = (text) => send({ kind: "correct", about: line.about, made: line.made, cards: line.cards, text, field: name });
    const turn = (into, part) => {
      correcting = into;
      redraw();
      root.querySelector(`[data-told="${name}"] ${part}`)?.focus();
    };
    return h("li", { class: "cf-pic-told-line", key: name, data: { told: name } }, [
      open
        ? field({
            name,
            label: words["told-edit"],
            hideLabel: true,
            value: line.text,
            draft: draft(name),
            unsaved: shared().unsaved,
            rows: 2,
            send,
            // The field gives back what was there; then the sentence stands there again.
            onkey: (event) => event.key === "Escape" && queueMicrotask(() => turn(null, "button")),
            commit: (text) => {
              correcting = null;
              keep(text);
            },
          })
        : h("div", { class: "cf-pic-sentence", key: "sentence" }, [
            h("p", { text: line.text, dir: "auto" }, line.is_yours ? h("span", { class: "cf-pic-yours", text: words["told-yours"] }) : null),
            button(`${words["told-edit"]}: ${line.text}`, () => turn(name, "textarea"), { look: "quiet", icon: "pencil", iconOnly: true, key: "edit" }),
          ]),
      line.is_changed
        ? h("div", { class: "cf-pic-flag", key: "flag" }, [
            h("p", {}, [icon("attention"), h("span", { text: words["told-changed"] })]),
            h("p", { text: line.made, dir: "auto" }),
            h("div", { class: "cf-row" }, [
              button(words["told-keep"], () => keep(line.text), { key: "keep" }),
              button(words["told-take"], () => keep(line.made), { key: "take" }),
            ]),
          ])
        : null,
    ]);
  };

  const circles = () => {
    const { words, circles: all } = told();
    if (!all) return null;
    return h("section", { class: "cf-card cf-pic-circles", key: "circles", aria: { label: words.circles } }, [
      h("h2", { text: words.circles }),
      h("p", { class: "cf-quiet", text: all.length ? words["circles-hint"] : words["circles-empty"] }),
      h("ul", { class: "cf-pic-lines", key: "all" }, all.map((circle) => circleOf(circle, words))),
    ]);
  };

  const circleOf = (circle, words) =>
    h("li", { class: ["cf-pic-circle", circle.id && "cf-pic-circle-kept"], key: circle.name, data: { circle: circle.name } }, [
      h("p", { text: circle.closes ? circle.text : circle.words.join(" → "), dir: "auto" }),
      circle.closes ? null : h("p", { class: "cf-quiet", text: words["circle-open"] }),
      h("div", { class: "cf-row" }, [
        circle.closes
          ? button(words["circle-show"], () => send({ kind: "light", name: circle.lit ? null : circle.name }), { pressed: circle.lit, key: "show" })
          : null,
        circle.id
          ? button(words["circle-drop"], () => send({ kind: "drop-circle", id: circle.id }), { look: "quiet", key: "drop" })
          : button(words["circle-choose"], () => send({ kind: "choose-circle", cards: circle.cards }), { key: "choose" }),
        circle.id && circle.can_share
          ? tick({ key: "share", text: words["circle-share"], checked: circle.shared, change: (on) => send({ kind: "share-circle", id: circle.id, on }) })
          : null,
      ]),
    ]);

  const missing = () => {
    const { words, missing: all } = told();
    if (!all) return null;
    return h("section", { class: "cf-card cf-pic-missing", key: "missing", aria: { label: words.missing } }, [
      h("h2", { text: words.missing }),
      all.length
        ? h("ul", { class: "cf-pic-asks" }, all.map(({ id, text }) => h("li", { key: id, text })))
        : h("p", { class: "cf-quiet", text: words["missing-none"] }),
    ]);
  };

  const change = () => {
    const { words, days, modes } = told();
    if (!days.length) return null;
    since = days.some(({ id }) => id === since) ? since : days.at(Math.min(1, days.length - 1)).id;
    reader ??= modes[0].id;
    return h("section", { class: "cf-card cf-pic-changed", key: "changed", aria: { label: words.changed } }, [
      h("h2", { text: words.changed }),
      h("p", { class: "cf-quiet", text: words["changed-hint"] }),
      h("div", { class: "cf-row cf-pic-changed-ask" }, [
        select({ key: "since", label: words["changed-since"], options: days, chosen: since, choose: (id) => { since = id; redraw(); } }),
        select({ key: "reader", label: words["changed-for"], options: modes, chosen: reader, choose: (id) => { reader = id; redraw(); } }),
        button(words["changed-look"], () => send({ kind: "changed", since, mode: reader }), { key: "look" }),
        difference() ? button(words["changed-close"], () => { changed = null; redraw(); }, { look: "quiet", key: "close" }) : null,
      ]),
      difference()
        ? h("ul", { class: "cf-pic-differences", key: "lines" }, difference().lines.map((text, n) => h("li", { key: n, text, dir: "auto" })))
        : null,
    ]);
  };

  return {
    /** What has changed, while it is shown: "new", "changed" or null for a card. */
    mark: (id) => (difference()?.new.has(id) ? "new" : difference()?.changed.has(id) ? "changed" : null),
    legend: (mark) => (mark ? told().words[`legend-${mark}`] : ""),
    /** The links of the circle that is drawn, as "source target". */
    lit: () => {
      const circle = (told().circles ?? []).find((each) => each.lit);
      if (!circle) return new Set();
      return new Set(circle.cards.map((card, n) => `${card} ${circle.cards[(n + 1) % circle.cards.length]}`));
    },
    draw: () => h("div", { class: "cf-pic-read", key: "read" }, [
      h("div", { class: "cf-stack", key: "first" }, [lines(), change()]),
      h("div", { class: "cf-stack", key: "second" }, [missing(), circles()]),
    ]),
  };
}
