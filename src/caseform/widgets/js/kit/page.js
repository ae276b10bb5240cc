/** The frame of a page: one place for what arrives from Python and what goes back. */
import { button } from "./choice.js";
import { h, redraw } from "./dom.js";
import { letGo, refused, writeDown } from "./field.js";
import { emblem } from "./icons.js";
import { shortcuts } from "./keys.js";
import { notices } from "./notice.js";

const AWAKE_MS = 60_000;
/** After these the words of this page are out of reach. */
const LEAVING = new Set(["lock", "switch-case", "close-case"]);

/**
 * @typedef {object} Context What a page is given to work with.
 * @property {HTMLElement} root The page itself.
 * @property {HTMLElement} main Where the page draws.
 * @property {(intent: {kind: string}) => void} send
 * @property {() => object} view The newest view: {language, words, case, drafts, bar, page}.
 * @property {(name: string) => string|undefined} draft What was typed in field `name`.
 * @property {(text: string, options?: object) => void} notice
 * @property {(workbook: string) => void} goto Shows another workbook.
 * @property {(keys: Record<string, Function>) => void} shortcut See `shortcuts`.
 * @property {() => void} redraw Draws the page again from the newest view, after a change of what
 *   only the browser knows (which card is open, which tab is shown).
 * @property {(end: () => void) => void} onEnd Called when the page goes away.
 * @property {(kind: string, hear: (message: object) => void) => void} onMessage Hears messages from
 *   Python of its own kind.
 */

/**
 * Makes what a widget module exports.
 *
 * @param {object} parts
 * @param {string} parts.name For styles: the page gets class `cf-NAME`.
 * @param {(context: Context) => (page: object, view: object) => *} parts.make Called once; gives the
 *   function that is called for each view. What that returns is drawn with `redraw`; returning
 *   nothing leaves the drawing to the page.
 * @param {(context: Context) => {node: HTMLElement, foot?: HTMLElement, update: (bar: object) =>
 *   void}} [parts.bar] The therapist's bar; a room has none.
 * @returns {{render: Function}}
 */
export function page({ name, make, bar }) {
  function render({ model, el }) {
    const root = h("div", {
      class: ["cf", bar ? "cf-page" : "cf-room", `cf-${name}`],
      // JupyterLab has keys and menus of its own; on a page they would surprise.
      "data-lm-suppress-shortcuts": "true",
      "data-jp-suppress-context-menu": "true",
    });
    const view = () => model.get("view") ?? {};
    let open = null;
    let shown = null; // the case on this page

    function draw() {
      const now = view();
      if (now.language) root.lang = now.language;
      root.toggleAttribute("data-cf-calm", Boolean(now.calm));
      if (open && (now.locked || now.case !== shown)) {
        // Everything that held a word of the case goes, half-typed words and open panels too.
        open.end();
        open = null;
        letGo();
        root.replaceChildren();
      }
      if (now.locked) {
        root.replaceChildren(locked(now.locked));
        return;
      }
      if (!open) root.replaceChildren();
      open ??= unlocked({ model, root, view, make, bar });
      shown = now.case;
      open.draw();
    }

    function hear(message) {
      open?.hear(message);
    }

    draw();
    el.append(root);
    model.on("change:view", draw);
    model.on("msg:custom", hear);
    return () => {
      model.off("change:view", draw);
      model.off("msg:custom", hear);
      open?.end();
      root.remove();
    };
  }
  return { render };
}

function goto(workbook) {
  window.dispatchEvent(new CustomEvent("caseform:goto", { detail: { workbook } }));
}

function locked({ title, text, open }) {
  return h(
    "main",
    { class: "cf-locked" },
    emblem(),
    h("h1", { text: title }),
    h("p", { text }),
    button(open, () => goto("00_start"), { look: "main", icon: "lock" }),
  );
}

function unlocked({ model, root, view, make, bar }) {
  const ends = [];
  const messages = new Map();
  const words = () => view().words ?? {};
  const said = notices(() => words().close ?? "");
  const main = h("main", { class: "cf-main", tabindex: -1 });
  let update = () => undefined;
  let heard = Date.now();

  const send = (intent) => {
    if (LEAVING.has(intent.kind)) writeDown();
    heard = Date.now();
    model.send(intent);
  };

  // Who reads, scrolls or points is at work too: the case must not lock under their eyes.
  const atWork = () => {
    if (bar && Date.now() - heard > AWAKE_MS) send({ kind: "awake" });
  };
  for (const type of ["pointermove", "keydown", "wheel"]) {
    root.addEventListener(type, atWork, { passive: true });
    ends.push(() => root.removeEventListener(type, atWork));
  }

  const draw = () => {
    const now = view();
    top?.update(now.bar ?? {});
    const drawn = update(now.page ?? {}, now);
    if (drawn !== undefined) redraw(main, drawn);
  };

  const context = {
    root,
    main,
    view,
    words,
    goto,
    send,
    draft: (field) => view().drafts?.[field],
    notice: said.notice,
    shortcut: (keys) => ends.push(shortcuts(root, keys)),
    onEnd: (end) => ends.push(end),
    onMessage: (kind, hear) => messages.set(kind, [...(messages.get(kind) ?? []), hear]),
    redraw: draw,
  };
  const top = bar?.(context);
  update = make(context);
  root.append(...[top?.node, main, top?.foot, said.node].filter(Boolean));

  const hear = (message) => {
    if (message?.kind === "notice") {
      said.notice(message.text, { tone: message.tone });
      if (message.field) refused(message.field);
    }
    for (const each of messages.get(message?.kind) ?? []) each(message);
  };

  const end = () => {
    for (const each of ends) each();
  };
  return { draw, hear, end };
}
