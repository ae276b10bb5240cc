/** Three columns, six rows, and a tray for what has no place yet. */
import { h, icon, mark } from "../kit/index.js";
import { cellOf, placeOf, TRAY } from "./arrange.js";

/**
 * @param {object} view What Python sent.
 * @param {Map<string, object[]>} cells The cards of each cell.
 * @param {object} does
 * @param {(id: string) => void} does.press
 * @param {(event: KeyboardEvent, id: string) => void} does.keys
 * @param {object} does.link Which cards are being linked.
 * @param {(id: string) => boolean} does.isFresh
 * @param {(id: string) => {mark: string|null, text: string}} does.changed What changed about a card.
 * @param {(place: string, side: string) => void} does.addAt A place was pressed twice.
 * @param {(event: Event) => void} does.look A card was looked at: its arrows come forward.
 * @param {Element[]} does.over What lies over the board: the arrows.
 */
export function board(view, cells, does) {
  const { words, sides, rows, cards } = view;
  const list = (name, label, inside) =>
    h(
      "ul",
      {
        key: name,
        class: ["cf-pic-cell", inside],
        data: { cell: name },
        aria: { label },
        on: { dblclick: (event) => event.target === event.currentTarget && does.addAt(...Object.values(placeOf(name))) },
      },
      (cells.get(name) ?? []).map((card) => cardNode(card, does)),
    );
  const isUsed = (row) => sides.some((side) => cells.has(cellOf(row.id, side.id)));
  return h("section", {
    class: "cf-pic-wrap",
    key: "board",
    aria: { label: words.title },
    on: { pointerover: does.look, focusin: does.look },
  }, [
    cards.length ? null : h("p", { class: "cf-empty cf-pic-invites", key: "invites", text: words.empty }),
    h("div", { class: "cf-pic-board", key: "grid" }, [
      h("span", { class: "cf-pic-corner", key: "corner" }),
      ...sides.map((side) =>
        h("h2", { class: ["cf-pic-side", `cf-${side.id}`], key: `side ${side.id}` }, [mark(side.id), h("span", { text: side.text })]),
      ),
      ...rows.flatMap((row) => [
        h("h3", { class: ["cf-pic-row", !isUsed(row) && "cf-pic-unused"], key: `row ${row.id}`, text: row.text }),
        ...sides.map((side) =>
          list(cellOf(row.id, side.id), `${row.text}, ${side.text}`, [`cf-pic-in-${side.id}`, !isUsed(row) && "cf-pic-unused"]),
        ),
      ]),
    ]),
    h("div", { class: "cf-pic-tray", key: "tray" }, [
      h("h2", { class: "cf-pic-tray-name", text: words.tray }),
      list(TRAY, words.tray, "cf-pic-loose"),
      cards.length && !cells.has(TRAY) ? h("p", { class: "cf-quiet cf-pic-tray-empty", text: words["tray-empty"] }) : null,
    ]),
    ...does.over,
  ]);
}

function cardNode(card, { press, keys, link, isFresh, changed }) {
  const { id, words, by, also, half, seen, eye, keeps, strong, weight, bars, label } = card;
  const { mark: change, text: changeText } = changed(id);
  const said = [by, ...also].filter(Boolean).join(", ");
  const whose = [said && `–\u00a0${said}`, half, seen].filter(Boolean).join(" · ");
  const foot = [
    change && h("span", { class: "cf-pic-change", text: changeText }),
    whose && h("span", { class: "cf-pic-by", text: whose, dir: "auto" }),
    strong && tipped(mark("strength"), strong),
    bars > 0 && tipped(weightBars(bars), weight),
    eye && tipped(icon("eye"), eye),
  ].filter(Boolean);
  return h(
    "li",
    { key: id, data: { card: id }, class: "cf-pic-item" },
    h(
      "div",
      {
        class: [
          "cf-pic-card",
          keeps && "cf-pic-keeps",
          link.from() === id && "cf-pic-from",
          isFresh(id) && "cf-pic-fresh",
          also.length > 0 && "cf-pic-several",
          change && `cf-pic-is-${change}`,
        ],
        role: "button",
        tabindex: 0,
        aria: { label: [label, ...also].join(". "), describedby: "cf-pic-keys" },
        on: { click: () => press(id), keydown: (event) => keys(event, id) },
      },
      h("span", { class: "cf-pic-words", text: words, dir: "auto" }),
      foot.length ? h("span", { class: "cf-pic-foot" }, foot) : null,
    ),
  );
}

function tipped(drawing, title) {
  return h("span", { class: "cf-pic-mark", title }, drawing);
}

/** One, two or three small bars: how much it weighs. */
function weightBars(count) {
  return h(
    "span",
    { class: "cf-pic-bars", aria: { hidden: "true" } },
    [1, 2, 3].map((each) => h("span", { class: each <= count && "cf-pic-bar-on" })),
  );
}
