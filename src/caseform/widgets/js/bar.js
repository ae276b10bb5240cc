/**
 * The bar on every page of the therapist: which case, which page, whether it is saved, who sees
 * what. Pass it to `page`; it knows no words and no rules.
 */
import { button, tick, undoBar } from "./kit/choice.js";
import { h, redraw } from "./kit/dom.js";
import { field } from "./kit/field.js";
import { emblem, icon } from "./kit/icons.js";
import { dialog, menuButton, popButton } from "./kit/overlay.js";

const NOTE = "bar.note";

/** @param {import("./kit/page.js").Context} context */
export function bar(context) {
  const { root, send, goto, view } = context;
  const node = h("header", { class: "cf-bar" });
  const note = privateNote(context);
  let picked = null; // who is ticked in the room's panel while it is open

  const place = ({ workbook, text, here }) =>
    h("button", {
      type: "button",
      key: workbook,
      class: "cf-place",
      text,
      aria: { current: here ? "page" : null },
      on: { click: () => !here && goto(workbook) },
    });

  const languageMenu = ({ languages }) =>
    menuButton({
      key: "language",
      label: languages.label,
      class: "cf-bar-language",
      face: () => [
        h("span", { class: "cf-unseen", text: `${languages.label}: ` }),
        h("span", { text: languages.chosen }),
      ],
      entries: languages.all.map(({ id, text }) => ({
        text,
        checked: id === languages.chosen,
        press: () => id !== languages.chosen && send({ kind: "language", language: id }),
      })),
    });

  const caseMenu = ({ alias, invented, menu }) =>
    menuButton({
      key: "case",
      label: menu.label,
      class: "cf-bar-case",
      face: () => [
        emblem(),
        h(
          "span",
          { class: "cf-bar-alias" },
          h("strong", { text: alias }),
          invented && h("small", { class: "cf-quiet", text: invented }),
        ),
      ],
      entries: [
        { text: menu.start, icon: "people", press: () => goto("00_start") },
        ...(menu.others.length ? ["line"] : []),
        ...menu.others.map(({ id, text }) => ({ text, press: () => send({ kind: "switch-case", id }) })),
        "line",
        { text: menu.lock, icon: "lock", press: () => send({ kind: "lock" }) },
      ],
    });

  const moreMenu = ({ more }) =>
    menuButton({
      key: "more",
      label: more.text,
      class: "cf-place",
      face: () => h("span", { text: more.text }),
      entries: [
        ...more.places.map(({ workbook, text }) => ({ text, icon: "paper", press: () => goto(workbook) })),
        { text: more.note, icon: "pencil", press: note.open },
        { text: more.keys.title, icon: "more", press: () => showKeys(more.keys) },
        "line",
        {
          text: more.lab,
          hint: more.labHint,
          icon: "screen",
          press: () => window.dispatchEvent(new CustomEvent("caseform:lab-on")),
        },
      ],
    });

  const showKeys = ({ title, all }) =>
    dialog(root, {
      title,
      closeWords: context.words().close,
      content: () =>
        h(
          "dl",
          { class: "cf-keys" },
          all.map(({ keys, text }) =>
            h("div", {}, h("dt", {}, h("kbd", { class: "cf-key", text: keys })), h("dd", { text })),
          ),
        ),
    });

  const savedMark = ({ saved }) =>
    h(
      "div",
      { key: "saved", class: ["cf-saved", `cf-saved-${saved.state}`], role: "status" },
      icon({ saved: "check", saving: "wait", failed: "attention" }[saved.state]),
      h("span", { text: saved.text }),
    );

  const roomPart = ({ room }) =>
    h(
      "div",
      { key: "room", class: ["cf-bar-room", room.open && "cf-bar-room-open"], role: "group", aria: { label: room.label } },
      popButton({
        key: "room",
        label: room.label,
        class: "cf-bar-who",
        face: () => [
          icon(room.open ? "eye" : "eye-off"),
          h("span", { class: "cf-bar-names", text: room.face }),
          room.together.on && h("span", { class: "cf-bar-together", text: room.together.text }),
          icon("down"),
        ],
        content: (close) => roomPanel(room, close),
        closed: () => {
          picked = null;
        },
      }),
      room.open && [
        button(room.hold.text, () => turn("hold"), {
          icon: "hold",
          keys: "H",
          look: "quiet",
          pressed: room.hold.on,
          key: "hold",
        }),
        button(room.blank.text, () => turn("blank"), {
          icon: "blank",
          keys: "B",
          look: "quiet",
          pressed: room.blank.on,
          key: "blank",
        }),
      ],
    );

  const room = () => view().bar?.room;
  const turned = new Map(); // what was switched here and is not in the view yet
  context.onMessage("notice", () => turned.clear());

  /** Switches `hold` or `blank`; pressed twice at once it is as it was. */
  const turn = (name) => {
    const on = !(turned.get(name) ?? room()[name].on);
    turned.set(name, on);
    send({ kind: `room-${name}`, on });
  };

  const roomPanel = (room, close) => {
    const before = new Set(room.people.filter(({ here }) => here).map(({ id }) => id));
    const now = picked ?? before;
    const differs = now.size !== before.size || [...now].some((id) => !before.has(id));
    const pick = (id, on) => {
      picked = new Set(now);
      if (on) picked.add(id);
      else picked.delete(id);
      context.redraw();
    };
    const people = room.people.map(({ id }) => id).filter((id) => now.has(id));
    const open = () => {
      picked = null;
      send({ kind: "room-open", people });
    };
    return h(
      "div",
      { class: "cf-room-panel" },
      h("h2", { text: room.ask }),
      h("p", { class: "cf-quiet", text: room.rule }),
      h(
        "div",
        { class: "cf-room-people", role: "group", aria: { label: room.ask } },
        room.people.map(({ id, text, hint }) =>
          tick({ key: id, text, hint, checked: now.has(id), change: (on) => pick(id, on) }),
        ),
      ),
      room.open &&
        h(
          "div",
          { class: "cf-room-switch" },
          tick({
            text: room.together.text,
            hint: room.together.hint,
            checked: room.together.on,
            isSwitch: true,
            change: (on) => send({ kind: "together", on }),
          }),
        ),
      room.trouble && h("p", { class: "cf-room-trouble", role: "alert", text: room.trouble }),
      h(
        "div",
        { class: "cf-room-acts" },
        !room.open && button(room.start, open, { look: "main", icon: "eye", disabled: !people.length, key: "open" }),
        room.open && differs && button(room.change, open, { look: "main", disabled: !people.length, key: "change" }),
        room.open && room.address
          ? h(
              "a",
              { class: "cf-button cf-button-link", href: room.address, target: "_blank", rel: "noopener", key: "wall" },
              icon("screen"),
              h("span", { text: room.wall }),
            )
          : room.open && h("p", { class: "cf-quiet", key: "wait", text: room.preparing }),
        room.open &&
          button(room.end, () => {
            close();
            send({ kind: "room-close" });
          }, { key: "close" }),
      ),
    );
  };

  const update = (now) => {
    const everything = [
      h(
        "div",
        { class: "cf-bar-where", key: "where" },
        now.alias
          ? caseMenu(now)
          : h("span", { class: "cf-bar-name", key: "name" }, emblem(), h("strong", { text: "caseform" })),
      ),
      now.places.all.length > 0 &&
        h(
          "nav",
          { class: "cf-places", key: "places", aria: { label: now.places.label } },
          now.places.all.map(place),
          moreMenu(now),
        ),
      h(
        "div",
        { class: "cf-bar-state", key: "state" },
        now.alias && [undoBar({ undo: now.undo, redo: now.redo, send }), savedMark(now), roomPart(now)],
        languageMenu(now),
      ),
      now.saved?.trouble &&
        h(
          "div",
          { class: "cf-bar-trouble", role: "alert", key: "trouble" },
          icon("attention"),
          h("p", { text: now.saved.trouble }),
          button(now.saved.again, () => send({ kind: "save-again" })),
        ),
    ];
    for (const [name, on] of turned) {
      if (!now.room?.open || now.room[name].on === on) turned.delete(name);
    }
    redraw(node, everything);
    note.update(now.note);
  };

  context.shortcut({
    n: () => view().bar?.note && note.open(),
    h: () => room()?.open && turn("hold"),
    b: () => room()?.open && turn("blank"),
    "Ctrl+z": () => view().bar?.undo?.can && send({ kind: "undo" }),
    "Ctrl+Shift+z": () => view().bar?.redo?.can && send({ kind: "redo" }),
    "Ctrl+y": () => view().bar?.redo?.can && send({ kind: "redo" }),
  });

  return { node, foot: note.node, update };
}

/** The line at the bottom for what is the therapist's alone. */
function privateNote(context) {
  const node = h("footer", { class: "cf-note", hidden: true });
  let words = null;
  let before = null;

  const close = () => {
    node.hidden = true;
    if (before?.isConnected) before.focus({ preventScroll: true });
    before = null;
  };

  const open = () => {
    if (!words) return;
    if (node.hidden) before = document.activeElement;
    node.hidden = false;
    node.querySelector("input")?.focus();
  };

  const update = (now) => {
    const isFirst = words === null;
    words = now ?? null;
    if (!words) {
      node.hidden = true;
      return;
    }
    redraw(
      node,
      icon("lock"),
      field({
        name: NOTE,
        label: words.label,
        hideLabel: true,
        placeholder: words.placeholder,
        draft: context.draft(NOTE),
        clears: true,
        send: context.send,
        commit: (text) => {
          context.send({ kind: "note", text, field: NOTE });
          close();
          context.notice(words.kept);
        },
        onkey: (event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          close();
        },
      }),
      h("span", { class: "cf-quiet cf-note-keys", text: words.keys }),
      button(words.close, close, { icon: "close", iconOnly: true, look: "quiet" }),
    );
    // Half a sentence from before a crash is shown again, not only kept.
    if (isFirst && context.draft(NOTE)) node.hidden = false;
  };

  context.onMessage("notice", (message) => {
    if (message.field === NOTE) open();
  });

  return { node, open, update };
}
