// Made from src/caseform/widgets/js/room.js by .ci/js/build.mjs; change it there.

// src/caseform/widgets/js/kit/dom.js
var SVG = "http://www.w3.org/2000/svg";
var PROPERTIES = /* @__PURE__ */ new Set(["value", "checked", "disabled", "hidden", "indeterminate", "readOnly"]);
var REFUSED_ADDRESS = /^\s*(javascript|data|vbscript):/i;
var facts = /* @__PURE__ */ new WeakMap();
function h(tag, about = {}, ...children) {
  return fill(document.createElement(tag), about ?? {}, children);
}
function s(tag, about = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), about ?? {}, children);
}
function fill(node, about, children) {
  const fact = { key: about.key, on: about.on ?? {}, attributes: {}, properties: {}, part: null };
  for (const [name, value] of Object.entries(about)) {
    if (name === "key" || name === "on" || name === "text") continue;
    if (name === "class") {
      const classes = [value].flat(3).filter(Boolean).join(" ");
      if (classes) fact.attributes.class = classes;
    } else if (name === "aria" || name === "data") {
      for (const [part2, worth] of Object.entries(value)) keep(fact, `${name}-${part2}`, worth);
    } else if (name === "style") {
      fact.style = value;
    } else if (PROPERTIES.has(name)) {
      fact.properties[name] = value;
    } else {
      keep(fact, name, value === true ? "" : value);
    }
  }
  for (const [name, value] of Object.entries(fact.attributes)) node.setAttribute(name, value);
  if (about.text != null) node.textContent = String(about.text);
  for (const child of flat(children)) node.append(child);
  for (const [name, value] of Object.entries(fact.properties)) node[name] = value ?? "";
  for (const [name, value] of Object.entries(fact.style ?? {})) setStyle(node, name, value);
  facts.set(node, fact);
  for (const type of Object.keys(fact.on)) listen(node, fact, type);
  return node;
}
function keep(fact, name, value) {
  if (value == null || value === false) {
    if (value === false && name.startsWith("aria-")) fact.attributes[name] = "false";
    return;
  }
  if (/^on|^srcdoc$/i.test(name)) throw new Error(`${name} is not an attribute we set`);
  if (/href|src|action/i.test(name) && REFUSED_ADDRESS.test(value)) return;
  fact.attributes[name] = String(value);
}
function setStyle(node, name, value) {
  if (value == null) node.style.removeProperty(name);
  else node.style.setProperty(name, String(value));
}
function listen(node, fact, type) {
  fact.listening ??= /* @__PURE__ */ new Set();
  if (fact.listening.has(type)) return;
  fact.listening.add(type);
  node.addEventListener(type, (event) => fact.on[type]?.(event));
}
function flat(children) {
  return children.flat(Infinity).filter((child) => child != null && child !== false && child !== true && child !== "").map((child) => child instanceof Node ? child : document.createTextNode(String(child)));
}
function redraw(parent, ...wanted) {
  const had = [...parent.childNodes].filter((node) => !node.classList?.contains("cf-popover"));
  const byKey = /* @__PURE__ */ new Map();
  for (const node of had) {
    const key = facts.get(node)?.key;
    if (key != null) byKey.set(key, node);
  }
  const left = new Set(had);
  const order = flat(wanted).map((next) => {
    const key = facts.get(next)?.key;
    const old = key != null ? byKey.get(key) : had.find((node) => left.has(node) && alike(node, next));
    if (!old || !left.has(old) || !alike(old, next)) return next;
    left.delete(old);
    return renew(old, next);
  });
  settle(parent, order, left);
}
function alike(old, next) {
  const was = facts.get(old);
  const is = facts.get(next);
  return old.nodeName === next.nodeName && was?.key === is?.key && was?.part?.kind === is?.part?.kind && (old.nodeName !== "INPUT" || old.type === next.type);
}
function renew(old, next) {
  if (old === next) return old;
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== next.data) old.data = next.data;
    return old;
  }
  const was = facts.get(old);
  const is = facts.get(next);
  if (!was || !is) return next;
  if (was.part) {
    was.part.options = is.part.options;
    was.part.update(is.part.options);
    return old;
  }
  for (const name of Object.keys(was.attributes)) {
    if (!(name in is.attributes)) old.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(is.attributes)) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const name of Object.keys(was.style ?? {})) {
    if (!(name in (is.style ?? {}))) setStyle(old, name, null);
  }
  for (const [name, value] of Object.entries(is.style ?? {})) setStyle(old, name, value);
  was.attributes = is.attributes;
  was.style = is.style;
  was.on = is.on;
  for (const type of Object.keys(is.on)) listen(old, was, type);
  redraw(old, ...next.childNodes);
  for (const [name, value] of Object.entries(is.properties)) {
    const typing = name === "value" && old === document.activeElement;
    if (!typing && old[name] !== (value ?? "")) old[name] = value ?? "";
  }
  was.properties = is.properties;
  return old;
}
var lists = /* @__PURE__ */ new WeakMap();
function keyed(list, parent, keyOf, make, update = () => {
}) {
  const known = lists.get(parent) ?? /* @__PURE__ */ new Map();
  const now = /* @__PURE__ */ new Map();
  for (const entry of list) {
    const key = keyOf(entry);
    const node = known.get(key) ?? make(entry);
    now.set(key, node);
    update(node, entry);
  }
  lists.set(parent, now);
  const order = [...now.values()];
  const staying = new Set(order);
  settle(parent, order, new Set([...parent.childNodes].filter((node) => !staying.has(node))));
}
function settle(parent, order, gone) {
  for (const node of gone) {
    if (node.contains(document.activeElement)) rescue(node, parent, order);
    node.remove();
  }
  const focused = order.find((node) => node.contains(document.activeElement));
  let cursor = parent.firstChild;
  for (const node of order) {
    if (node === focused) {
      while (cursor !== focused) {
        const passed = cursor;
        cursor = cursor.nextSibling;
        move(parent, passed, null);
      }
    }
    if (node === cursor) cursor = cursor.nextSibling;
    else move(parent, node, cursor);
  }
}
function move(parent, node, before) {
  if (parent.moveBefore && node.isConnected && parent.isConnected) parent.moveBefore(node, before);
  else parent.insertBefore(node, before);
}
var FOCUSABLE = 'button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), a[href], [tabindex]:not([tabindex="-1"])';
function focusables(node) {
  return [...node.querySelectorAll(FOCUSABLE)].filter((each) => each.checkVisibility?.() ?? true);
}
function rescue(node, parent, order) {
  let neighbour = node.nextElementSibling ?? node.previousElementSibling;
  if (!order.includes(neighbour)) neighbour = order.find((each) => each instanceof Element);
  const near = neighbour && (neighbour.matches(FOCUSABLE) ? neighbour : focusables(neighbour)[0]);
  const host = near ?? parent.closest('[tabindex="-1"]');
  if (host) host.focus({ preventScroll: true });
}

// src/caseform/widgets/js/kit/icons.js
var STROKES = {
  down: "M5 8l5 5 5-5",
  left: "M12 4.5L6.5 10l5.5 5.5",
  right: "M8 4.5l5.5 5.5L8 15.5",
  up: "M5 12.5l5-5 5 5",
  check: "M4 10.5l4 4 8-9",
  plus: "M10 4v12M4 10h12",
  close: "M5 5l10 10M15 5L5 15",
  undo: "M7 4L3.5 7.5 7 11M4 7.5h8a4.25 4.25 0 0 1 0 8.5H8",
  redo: "M13 4l3.5 3.5L13 11M16 7.5H8a4.25 4.25 0 0 0 0 8.5h4",
  eye: "M1.8 10S4.8 4.5 10 4.5 18.2 10 18.2 10 15.2 15.5 10 15.5 1.8 10 1.8 10zM10 7.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2z",
  "eye-off": "M3 3l14 14M8 5c.6-.2 1.3-.5 2-.5 5.2 0 8.2 5.5 8.2 5.5s-.9 1.7-2.5 3.2M5 6.5C2.9 8 1.8 10 1.8 10S4.8 15.5 10 15.5c1.4 0 2.6-.4 3.7-.9",
  hold: "M7 4.5v11M13 4.5v11",
  blank: "M3.5 4.5h13v11h-13z",
  pencil: "M4 16l.8-3.600L13.6 3.600l2.8 2.8-8.8 8.800zM11.6 5.600l2.8 2.8",
  search: "M8.8 3.5a5.3 5.3 0 1 0 0 10.6 5.3 5.3 0 0 0 0-10.600zM12.7 12.700l4 4",
  lock: "M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  link: "M8.5 11.5l3-3M9.5 6l1.3-1.300a3.2 3.2 0 0 1 4.5 4.5L14 10.5M10.5 14l-1.3 1.300a3.2 3.2 0 0 1-4.5-4.5L6 9.5",
  screen: "M2.5 4h15v9.5h-15zM7 16.5h6M10 13.5v3",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  paper: "M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5M7.5 13h5",
  wait: "M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM10 6.5V10l2.5 1.8",
  attention: "M10 3v8.5M10 15.5h.01",
  people: "M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.600zM2.5 16c0-2.8 2-4.5 5-4.5s5 1.7 5 4.5M13 4.300a2.6 2.6 0 0 1 0 5M14.5 11.800c1.9.5 3 2 3 4.2",
  grip: "M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01"
};
function icon(name) {
  return s(
    "svg",
    { class: `cf-icon cf-icon-${name}`, viewBox: "0 0 20 20", aria: { hidden: "true" }, focusable: "false" },
    s("path", { d: STROKES[name] })
  );
}
function emblem() {
  return s(
    "svg",
    { class: "cf-icon cf-emblem", viewBox: "0 0 20 20", aria: { hidden: "true" }, focusable: "false" },
    s("circle", { cx: 10, cy: 10, r: 7 }),
    s("path", { d: "M10 3a7 7 0 0 0 0 14z", class: "cf-solid" })
  );
}
function mark(name, label) {
  const about = label ? { role: "img", aria: { label } } : { aria: { hidden: "true" } };
  return h("span", { class: `cf-mark cf-${name}`, ...about });
}

// src/caseform/widgets/js/kit/choice.js
function button(text, press, options = {}) {
  const { look = "plain", iconOnly, pressed, disabled, keys, key } = options;
  return h(
    "button",
    {
      type: "button",
      key: key ?? options.key,
      class: ["cf-button", `cf-button-${look}`, iconOnly && "cf-button-icon", options.class],
      disabled: Boolean(disabled),
      title: iconOnly ? keys ? `${text} (${keys})` : text : null,
      aria: { pressed, label: iconOnly ? text : null, keyshortcuts: keys, ...options.aria },
      on: { click: press }
    },
    options.icon && icon(options.icon),
    !iconOnly && h("span", { text }),
    keys && !iconOnly && h("kbd", { class: "cf-key", text: keys, aria: { hidden: "true" } })
  );
}

// src/caseform/widgets/js/kit/field.js
var underway = /* @__PURE__ */ new Map();
function refused(name) {
  underway.get(name)?.();
}
var held = /* @__PURE__ */ new Set();
function writeDown() {
  for (const each of [...held]) each.write();
}
function letGo() {
  for (const each of [...held]) each.drop();
  underway.clear();
}
document.addEventListener("visibilitychange", () => {
  if (document.hidden) writeDown();
});
var here = Math.random().toString(36).slice(2, 8);

// src/caseform/widgets/js/kit/keys.js
function takesText(node) {
  if (!(node instanceof HTMLElement)) return false;
  if (node.isContentEditable || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement) return true;
  const wordless = ["button", "checkbox", "radio", "range", "color", "file", "submit", "reset"];
  return node instanceof HTMLInputElement && !wordless.includes(node.type);
}
function shortcuts(root, keys) {
  const hear = (event) => {
    if (event.defaultPrevented || event.isComposing || !visible(root)) return;
    const target = event.target;
    if (target !== document.body && !root.contains(target)) return;
    if (root.querySelector("dialog[open], .cf-popover") && !target.closest?.("[data-cf-keys]")) return;
    const act = keys[nameOf(event)];
    if (!act) return;
    const single = !event.ctrlKey && !event.metaKey && event.key.length === 1;
    if (single && takesText(target) !== event.altKey && !(event.altKey && !takesText(target))) return;
    if ((event.ctrlKey || event.metaKey) && takesText(target)) return;
    if (event.key.startsWith("Arrow") && takesText(target)) return;
    event.preventDefault();
    act(event);
  };
  document.addEventListener("keydown", hear);
  return () => document.removeEventListener("keydown", hear);
}
function nameOf(event) {
  if (event.ctrlKey || event.metaKey) return `Ctrl+${event.shiftKey ? "Shift+" : ""}${event.key.toLowerCase()}`;
  if (/^Key[A-Z]$/.test(event.code)) return event.altKey ? event.code.slice(3).toLowerCase() : event.key.toLowerCase();
  return event.key;
}
function visible(node) {
  return node.isConnected && (node.checkVisibility?.() ?? node.offsetParent !== null);
}

// src/caseform/widgets/js/kit/notice.js
var CALM_MS = 7e3;
function notices(closeWords) {
  const node = h("div", { class: "cf-notices", role: "status", aria: { live: "polite" } });
  let all = [];
  let made = 0;
  const draw = () => keyed(all, node, ({ id }) => id, (entry) => {
    const leave = () => {
      all = all.filter((each) => each !== entry);
      draw();
    };
    const { text, tone, action } = entry;
    const made2 = h(
      "div",
      { class: ["cf-notice", `cf-notice-${tone}`] },
      h("p", { text }),
      action && button(action.text, () => {
        leave();
        action.press();
      }),
      button(closeWords(), leave, { icon: "close", iconOnly: true, look: "quiet" })
    );
    if (tone === "calm") {
      const fade = () => {
        if (made2.matches(":hover, :focus-within")) setTimeout(fade, CALM_MS);
        else leave();
      };
      setTimeout(fade, CALM_MS);
    }
    return made2;
  });
  const notice = (text, { tone = "calm", action } = {}) => {
    all = all.filter((each) => each.text !== text).slice(-2);
    all.push({ id: String(++made), text, tone, action });
    draw();
  };
  return { node, notice };
}

// src/caseform/widgets/js/kit/page.js
var AWAKE_MS = 6e4;
var LEAVING = /* @__PURE__ */ new Set(["lock", "switch-case", "close-case"]);
function page({ name, make, bar }) {
  function render({ model, el }) {
    const root = h("div", {
      class: ["cf", bar ? "cf-page" : "cf-room", `cf-${name}`],
      // JupyterLab has keys and menus of its own; on a page they would surprise.
      "data-lm-suppress-shortcuts": "true",
      "data-jp-suppress-context-menu": "true"
    });
    const view = () => model.get("view") ?? {};
    let open = null;
    let shown = null;
    function draw() {
      const now = view();
      if (now.language) root.lang = now.language;
      root.toggleAttribute("data-cf-calm", Boolean(now.calm));
      if (open && (now.locked || now.case !== shown)) {
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
    button(open, () => goto("00_start"), { look: "main", icon: "lock" })
  );
}
function unlocked({ model, root, view, make, bar }) {
  const ends = [];
  const messages = /* @__PURE__ */ new Map();
  const words = () => view().words ?? {};
  const said2 = notices(() => words().close ?? "");
  const main = h("main", { class: "cf-main", tabindex: -1 });
  let update = () => void 0;
  let heard = Date.now();
  const send = (intent) => {
    if (LEAVING.has(intent.kind)) writeDown();
    heard = Date.now();
    model.send(intent);
  };
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
    if (drawn !== void 0) redraw(main, drawn);
  };
  const context = {
    root,
    main,
    view,
    words,
    goto,
    send,
    draft: (field2) => view().drafts?.[field2],
    notice: said2.notice,
    shortcut: (keys) => ends.push(shortcuts(root, keys)),
    onEnd: (end2) => ends.push(end2),
    onMessage: (kind, hear2) => messages.set(kind, [...messages.get(kind) ?? [], hear2]),
    redraw: draw
  };
  const top = bar?.(context);
  update = make(context);
  root.append(...[top?.node, main, top?.foot, said2.node].filter(Boolean));
  const hear = (message) => {
    if (message?.kind === "notice") {
      said2.notice(message.text, { tone: message.tone });
      if (message.field) refused(message.field);
    }
    for (const each of messages.get(message?.kind) ?? []) each(message);
  };
  const end = () => {
    for (const each of ends) each();
  };
  return { draw, hear, end };
}

// src/caseform/widgets/js/room/parts.js
var TIP = 14;
function smallCard(card, side, about) {
  return h("li", { class: ["cf-room-small", side && `cf-${side}`], ...about }, [
    side ? h("span", { class: ["cf-band", `cf-${side}`, "cf-room-band"], aria: { hidden: "true" } }) : null,
    h("span", { text: card.words }),
    card.strong ? mark("strength") : null
  ]);
}
function arrow([start, out, into, end], sign) {
  const along = Math.hypot(end[0] - into[0], end[1] - into[1]) || 1;
  const back = [(into[0] - end[0]) / along * TIP, (into[1] - end[1]) / along * TIP];
  const base = [end[0] + back[0], end[1] + back[1]];
  const side = [-back[1] * 0.57, back[0] * 0.57];
  const dashed = sign === "less" ? " cf-room-link-less" : "";
  return [
    s("path", { d: `M${start}C${out} ${into} ${base}`, class: `cf-room-link${dashed}` }),
    s("path", {
      d: `M${end}L${base[0] + side[0]},${base[1] + side[1]}L${base[0] - side[0]},${base[1] - side[1]}z`,
      class: "cf-room-tip"
    })
  ];
}

// src/caseform/widgets/js/room/ring.js
function circle(slide) {
  return [
    h("div", { class: ["cf-room-ring", slide.cards.length === 2 && "cf-room-pair"] }, [
      h("ol", { class: "cf-room-seats" }, slide.cards.map(
        (card) => smallCard(card, card.side, { data: { sign: card.sign }, style: { "--seat": card.seat, "--narrow": card.narrow } })
      )),
      s("svg", { class: "cf-room-links", aria: { hidden: "true" } })
    ]),
    slide.text ? h("p", { class: "cf-room-told", text: slide.text }) : null
  ];
}
function drawRing(main) {
  const ring = main.querySelector(".cf-room-ring");
  if (!ring) return;
  const drawing = ring.querySelector(".cf-room-links");
  const frame = drawing.getBoundingClientRect();
  const cards2 = [...ring.querySelectorAll(".cf-room-small")];
  const boxes = cards2.map((card) => boxIn(frame, card.getBoundingClientRect()));
  const arrows = boxes.map((box, n) => {
    const next = boxes[(n + 1) % boxes.length];
    const points = boxes.length === 2 ? around(box, next, n === 0) : between(box, next);
    return arrow(points, cards2[n].dataset.sign);
  });
  drawing.replaceChildren(...arrows.flat());
}
function boxIn(frame, { left, top, width, height }) {
  return { x: left - frame.left, y: top - frame.top, width, height };
}
function around(from, to, isThere) {
  const edge = (box) => isThere ? box.y : box.y + box.height;
  const [a, b] = [from.x + from.width * (isThere ? 0.6 : 0.4), to.x + to.width * (isThere ? 0.4 : 0.6)];
  const out = isThere ? -72 : 72;
  return [[a, edge(from)], [a, edge(from) + out], [b, edge(to) + out], [b, edge(to)]];
}
function between(from, to) {
  const [a, b] = [from.y + from.height / 2, to.y + to.height / 2];
  if (Math.abs(a - b) < 4) {
    const [start2, end2] = from.x < to.x ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
    const step = (end2 - start2) / 3;
    return [[start2, a], [start2 + step, a], [end2 - step, b], [end2, b]];
  }
  const [start, end] = a < b ? [from.y + from.height, to.y] : [from.y, to.y + to.height];
  const bend = (end - start) / 2;
  const [x, y] = [toward(from, to), toward(to, from)];
  return [[x, start], [x, start + bend], [y, end - bend], [y, end]];
}
function toward(box, other) {
  const middle = other.x + other.width / 2;
  return Math.min(Math.max(middle, box.x + box.width / 4), box.x + box.width * 3 / 4);
}

// src/caseform/widgets/js/room.js
var room_default = page({
  name: "room",
  make: ({ root, main, shortcut, redraw: redraw2, onEnd, onMessage }) => {
    let at = "";
    let told = "";
    let slides = [];
    const go = (steps2) => {
      const next = slides[place() + steps2];
      if (!next) return;
      at = next.key;
      root.scrollTop = 0;
      redraw2();
    };
    const place = () => Math.max(0, slides.findIndex((slide) => slide.key === at));
    const scroll = (way) => root.scrollBy({ top: way * root.clientHeight * 0.6 });
    shortcut({
      ArrowLeft: () => go(-1),
      ArrowRight: () => go(1),
      " ": () => go(1),
      ArrowDown: () => scroll(1),
      ArrowUp: () => scroll(-1)
    });
    onMessage("close", () => root.replaceChildren());
    const tellMore = () => {
      const [slide, foot2] = [".cf-room-slide", ".cf-room-foot"].map((name) => main.querySelector(name)?.getBoundingClientRect());
      root.toggleAttribute("data-more", Boolean(slide && slide.bottom > foot2.top + 1));
    };
    const laidOut = () => {
      drawLinks(main);
      drawRing(main);
      tellMore();
    };
    const measured = new ResizeObserver(laidOut);
    measured.observe(main);
    root.addEventListener("scroll", tellMore, { passive: true });
    onEnd(() => measured.disconnect());
    return (room) => {
      slides = room.slides;
      if (room.blank) return h("p", { class: "cf-room-blank", text: room.blank });
      if (room.added && room.added !== told) {
        at = room.added_on;
      }
      told = room.added;
      if (!slides.some((slide2) => slide2.key === at)) at = slides[0].key;
      const slide = slides[place()];
      requestAnimationFrame(laidOut);
      return [head(room, slide), body(slide), foot(room, go, scroll, place(), slides.length)];
    };
  }
});
function head(room, slide) {
  return h("header", { class: "cf-room-head" }, [
    h("h1", { text: slide.title }),
    h("p", { class: "cf-room-present", text: room.present }),
    room.invented ? h("p", { class: "cf-room-invented", text: room.invented }) : null
  ]);
}
function foot(room, go, scroll, at, count) {
  return h("nav", { class: "cf-room-foot", aria: { label: `${room.before}, ${room.after}` } }, [
    button(room.more, () => scroll(1), { look: "quiet", icon: "down", class: "cf-room-more", key: "more" }),
    button(room.before, () => go(-1), { look: "quiet", icon: "left", iconOnly: true, disabled: at === 0, key: "before" }),
    button(room.after, () => go(1), { look: "quiet", icon: "right", iconOnly: true, disabled: at === count - 1, key: "after" })
  ]);
}
function body(slide) {
  const kinds = { welcome, cards, picture, circle, said, views, steps, days, lines };
  return h("section", { class: ["cf-room-slide", `cf-room-is-${slide.kind}`], key: slide.key }, kinds[slide.kind](slide));
}
var welcome = (slide) => [
  h("p", { class: "cf-room-welcome-text", text: slide.text }),
  slide.about ? h("p", { class: "cf-room-about", text: slide.about }) : null
];
function cards(slide) {
  return h("ul", { class: "cf-room-cards" }, slide.cards.map((card) => cardOf(card, slide.side)));
}
function cardOf(card, side) {
  return h("li", { class: ["cf-room-card", side && `cf-${side}`] }, [
    side ? h("span", { class: ["cf-band", `cf-${side}`, "cf-room-band"], aria: { hidden: "true" } }) : null,
    side ? mark(side) : null,
    h("span", { class: "cf-room-card-words" }, [
      h("span", { text: card.words }),
      card.speaker ? h("span", { class: "cf-room-speaker", text: `– ${card.speaker}` }) : null
    ]),
    card.strong ? mark("strength") : null
  ]);
}
var said = (slide) => h("ul", { class: "cf-room-said" }, slide.texts.map((text) => h("li", { text })));
function views(slide) {
  return h("ul", { class: "cf-room-views" }, slide.views.map(
    (view) => h("li", { class: "cf-room-view" }, [
      h("span", { class: "cf-room-who", text: view.who }),
      h("span", { text: view.words })
    ])
  ));
}
function picture(slide) {
  return [
    h(
      "div",
      { class: "cf-room-columns", style: { "--columns": slide.columns.length } },
      slide.columns.map(
        (column) => h("div", { class: "cf-room-column" }, [
          h("h2", { class: `cf-${column.side}` }, [mark(column.side), column.title]),
          h("ul", {}, column.cards.map((card, n) => smallCard(card, column.side, { data: { at: `${column.side}-${n}` } })))
        ])
      )
    ),
    s("svg", { class: "cf-room-links", aria: { hidden: "true" }, "data-links": JSON.stringify(slide.links) }),
    slide.ties.length ? h("ul", { class: "cf-room-ties" }, slide.ties.map((text) => h("li", { text }))) : null
  ];
}
function drawLinks(main) {
  const drawing = main.querySelector(".cf-room-links[data-links]");
  if (!drawing) return;
  const frame = drawing.getBoundingClientRect();
  const box = ([side, n]) => main.querySelector(`[data-at="${side}-${n}"]`)?.getBoundingClientRect();
  const lines2 = JSON.parse(drawing.dataset.links).flatMap((link) => {
    const from = box(link.from);
    const to = box(link.to);
    return from && to ? [lineOf(from, to, frame, link.sign)] : [];
  });
  drawing.replaceChildren(...lines2.flat());
}
function lineOf(from, to, frame, sign) {
  const same = Math.abs(from.left - to.left) < 4;
  const outside = from.left - frame.left < 4 ? -1 : 1;
  const way = same ? outside : from.left < to.left ? 1 : -1;
  const x1 = (way > 0 ? from.right : from.left) - frame.left;
  const x2 = (same ? way > 0 : way < 0) ? to.right - frame.left : to.left - frame.left;
  const y1 = from.top + from.height / 2 - frame.top;
  const y2 = to.top + to.height / 2 - frame.top;
  const bend = same ? way * Math.min(28 + Math.abs(y2 - y1) / 12, 48) : (x2 - x1) / 2;
  return arrow([[x1, y1], [x1 + bend, y1], [same ? x2 + bend : x2 - bend, y2], [x2, y2]], sign);
}
function steps(slide) {
  return h("ol", { class: "cf-room-ladder" }, slide.steps.map(
    (step) => h("li", { class: ["cf-room-step", step.mark && "cf-room-step-now"] }, [
      step.mark ? h("span", { class: "cf-room-now", text: step.mark }) : null,
      step.after ? h("span", { class: "cf-room-now", text: step.after }) : null,
      h("span", { class: "cf-room-step-words", text: step.words }),
      step.helps ? h("span", { class: "cf-room-helps", text: step.helps }) : null
    ])
  ));
}
function days(slide) {
  return h("ol", { class: "cf-room-days" }, slide.days.map(
    (day) => h("li", { class: "cf-room-day" }, [
      h("span", { class: "cf-room-on", text: day.on }),
      h("span", { class: "cf-room-what" }, [
        day.up ? [icon("up"), h("span", { class: "cf-unseen", text: day.up })] : null,
        h("span", { text: day.step }),
        day.pencil ? h("span", { class: "cf-room-pencil", text: ` (${day.pencil})` }) : null
      ]),
      h("span", { class: "cf-room-people", text: day.people })
    ])
  ));
}
function lines(slide) {
  return h("ul", { class: "cf-room-lines" }, slide.lines.map(
    (line) => h("li", { class: "cf-room-line" }, [
      line.on ? h("span", { class: "cf-room-on", text: line.on }) : null,
      h("span", { class: "cf-room-what" }, [
        h("span", { text: line.text }),
        line.then ? h("span", { class: "cf-room-then", text: line.then }) : null
      ]),
      line.done ? h("span", { class: "cf-room-people" }, [icon("check"), line.done]) : null
    ])
  ));
}
export {
  room_default as default
};
