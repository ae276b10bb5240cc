/** Between the entry line and the board: what one is doing, and whose cards are shown. */
import { button, h, segmented, tick } from "../kit/index.js";
import { filled } from "./words.js";

export function toolbar(view, { link, layers }) {
  const { words } = view;
  return h("div", { class: "cf-pic-tools", key: "tools" }, [
    segmented({
      key: "modes",
      label: words.modes,
      options: [
        { id: "place", text: words["mode-place"], icon: "grip" },
        { id: "link", text: words["mode-link"], icon: "link" },
      ],
      chosen: link.isMode() ? "link" : "place",
      choose: (id) => link.turn(id === "link"),
    }),
    link.isOn() ? asking(view, link) : shownLayers(view, layers),
  ]);
}

function asking({ words, cards }, link) {
  const from = cards.find(({ id }) => id === link.from());
  return h("div", { class: "cf-pic-asking", key: "asking", role: "status" }, [
    h("span", { text: from ? filled(words["link-second"], { card: from.words }) : words["link-first"], dir: "auto" }),
    button(words["link-stop"], () => link.stop(), { keys: "Esc", look: "quiet" }),
  ]);
}

function shownLayers({ words, layers: all }, { hidden, turn, all: showAll }) {
  if (all.length < 2) return null;
  return h("div", { class: "cf-pic-layers", key: "layers", role: "group", aria: { label: words.layers } }, [
    h("span", { class: "cf-quiet", text: words.layers, aria: { hidden: "true" } }),
    ...all.map(({ id, text }) =>
      tick({ key: id, text, checked: !hidden.has(id), change: (on) => turn(id, on) }),
    ),
    hidden.size ? button(words["all-layers"], showAll, { look: "quiet", key: "all" }) : null,
  ]);
}

/** The links in words, for who reads rather than looks; and what the keys do. */
export function linkList({ words, links }) {
  return h("div", { class: "cf-pic-under", key: "under" }, [
    links.length
      ? h("details", { class: "cf-pic-links", key: "links" }, [
          h("summary", { text: words["links-in-words"] }),
          h("ul", {}, links.map(({ id, text }) => h("li", { key: id, text, dir: "auto" }))),
        ])
      : null,
    h("p", { class: "cf-quiet cf-pic-keys", id: "cf-pic-keys", key: "keys", text: words.keys }),
  ]);
}
