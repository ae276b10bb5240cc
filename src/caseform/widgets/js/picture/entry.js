/** The entry line: one's own words, or a card from the catalogue while typing. */
import { button, field, h, icon, redraw, select } from "../kit/index.js";
import { filled, nameOf } from "./words.js";

const FIELD = "picture.new";
const SEARCH_MS = 120;
const LIST = "cf-pic-offered";

export function entryLine(context, { board, sent }) {
  const { root, send, draft, onMessage } = context;
  let offers = [];
  let chosen = -1;
  let asked = 0;
  let timer = 0;
  let speaker = null; // chosen here, until Python knows it too
  // Whether the next card is the therapist's alone. Words from before a crash may have been.
  let forMe = Boolean(draft(FIELD));
  let wasTogether = false;
  let before = false; // what it was before the card that is under way
  let target = null; // where the next card is laid, where a place was pointed at
  const list = h("ul", { key: "offers", class: "cf-pic-offers", id: LIST, role: "listbox", hidden: true });

  const entry = () => board().entry;
  const input = () => root.querySelector(".cf-pic-entry .cf-pic-typed input");
  const saidBy = () => speaker ?? entry().speaker;
  const isForMe = () => entry().together && forMe;

  const lay = (what) => {
    before = isForMe();
    close();
    sent();
    send({ field: FIELD, said_by: saidBy(), for_me: before, ...target, ...what });
    forMe = false;
    target = null;
    context.redraw();
  };

  const take = (offer) => {
    const line = input();
    lay({ kind: "add-card", entry: offer.id, text: offer.text });
    line.value = "";
    line.dispatchEvent(new Event("input", { bubbles: true }));
    line.focus();
  };

  const search = (text) => {
    clearTimeout(timer);
    const nr = ++asked;
    if (!text.trim()) return close();
    timer = setTimeout(() => send({ kind: "search", nr, text, said_by: saidBy() }), SEARCH_MS);
  };

  const close = () => {
    clearTimeout(timer);
    asked += 1;
    offers = [];
    chosen = -1;
    drawList();
  };

  const drawList = () => {
    list.hidden = !offers.length;
    list.setAttribute("aria-label", entry().offered);
    redraw(
      list,
      offers.map((offer, at) =>
        h(
          "li",
          {
            key: offer.id,
            id: `${LIST}-${at}`,
            class: "cf-pic-offer",
            role: "option",
            aria: { selected: at === chosen },
            on: {
              // Before the field loses the focus, which closes the list.
              pointerdown: (event) => event.preventDefault(),
              click: () => take(offer),
            },
          },
          h("span", { text: offer.text }),
          h("small", { class: "cf-quiet", text: offer.hint }),
        ),
      ),
    );
    const line = input();
    line?.setAttribute("aria-expanded", String(offers.length > 0));
    if (chosen >= 0) line?.setAttribute("aria-activedescendant", `${LIST}-${chosen}`);
    else line?.removeAttribute("aria-activedescendant");
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
  };

  const hear = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && offers.length) {
      event.preventDefault();
      // One place more than there are offers: the words as they were typed.
      chosen = ((chosen + 1 + step + offers.length + 1) % (offers.length + 1)) - 1;
      drawList();
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      take(offers[chosen]);
    } else if (event.key === "Escape" && (offers.length || (target && !input().value))) {
      event.preventDefault();
      event.stopPropagation();
      if (offers.length) close();
      else begin();
    }
  };

  const paste = (event) => {
    const lines = (event.clipboardData?.getData("text/plain") ?? "").split(/\r\n|\r|\n/).filter((line) => line.trim());
    if (lines.length < 2) return;
    event.preventDefault();
    const intent = { kind: "add-cards", lines, said_by: saidBy(), for_me: isForMe() };
    sent();
    close();
    send(intent);
    forMe = false;
    context.redraw();
  };

  onMessage("found", ({ nr, entries }) => {
    if (nr !== asked || document.activeElement !== input()) return;
    offers = entries;
    chosen = -1;
    drawList();
  });
  // A refused card comes back with its words, and stays as private as it was.
  onMessage("notice", ({ field: name }) => {
    if (name !== FIELD || !before) return;
    forMe = true;
    context.redraw();
  });

  const turnForMe = () => {
    if (!entry().together) return;
    forMe = !isForMe();
    context.redraw();
  };

  /** Begins a card; laid at `place` and `side` where these are given. */
  const begin = (place, side) => {
    target = place && side ? { place, side } : null;
    context.redraw();
    input()?.focus();
  };

  const goesTo = () => {
    const { words, rows, sides } = board();
    const text = filled(words["here-title"], { place: nameOf(rows, target.place), side: nameOf(sides, target.side) });
    return h("div", { class: "cf-pic-target", key: "target" }, [
      h("span", { text, role: "status" }),
      button(words["here-clear"], () => begin(), { look: "quiet", icon: "close", key: "clear" }),
    ]);
  };

  const draw = () => {
    const { label, placeholder, speaker_label, add, together, hint, for_me, for_me_hint } = entry();
    if (speaker === entry().speaker) speaker = null;
    // Half a sentence that was begun alone stays alone.
    if (together && !wasTogether && input()?.value.trim()) forMe = true;
    wasTogether = together;
    const mine = isForMe();
    return h("div", { class: ["cf-pic-entry", together && "cf-pic-together", mine && "cf-pic-mine"], key: "entry" }, [h("div", { class: "cf-pic-entry-box", key: "box" }, [
      h("div", { class: "cf-pic-entry-line", key: "line" }, [
        h("div", { class: "cf-pic-typed", key: "typed" }, [
          icon("search"),
          field({
            name: FIELD,
            label,
            hideLabel: true,
            placeholder,
            draft: draft(FIELD),
            clears: true,
            send,
            commit: (text) => lay({ kind: "add-card", text }),
            onkey: hear,
            ontext: search,
          }),
          list,
        ]),
        h("div", { class: "cf-pic-who", key: "who" }, [
          select({
            key: "speaker",
            label: speaker_label,
            hideLabel: true,
            options: board().people.map((each) => ({ ...each, text: `– ${each.text}` })),
            chosen: saidBy(),
            choose: (id) => {
              speaker = id;
              send({ kind: "speaker", id });
            },
          }),
        ]),
        button(add, () => input().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true })), {
          icon: "plus",
          key: "add",
        }),
      ]),
      target ? goesTo() : null,
      hint
        ? h("div", { class: "cf-pic-entry-hint", key: "hint" }, [
            icon(mine || !together ? "lock" : "eye"),
            h("p", { role: "status", text: mine ? for_me_hint : hint, dir: "auto" }),
            together
              ? button(for_me, turnForMe, { pressed: mine, keys: "M", look: "quiet", icon: "lock", key: "for-me" })
              : null,
          ])
        : null,
    ])]);
  };

  const wire = () => {
    const line = input();
    if (!line || line.hasAttribute("role")) return;
    line.setAttribute("role", "combobox");
    line.setAttribute("aria-autocomplete", "list");
    line.setAttribute("aria-controls", LIST);
    line.setAttribute("aria-expanded", "false");
    line.addEventListener("paste", paste);
    line.addEventListener("blur", close);
  };

  return { draw, wire, turnForMe, begin };
}
