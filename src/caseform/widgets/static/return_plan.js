// Made from src/caseform/widgets/js/return_plan.js by .ci/js/build.mjs; change it there.

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
function part(node, kind, options, update) {
  const fact = facts.get(node);
  fact.key ??= options.key;
  fact.part = { kind, options, update };
  return node;
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
  const is2 = facts.get(next);
  return old.nodeName === next.nodeName && was?.key === is2?.key && was?.part?.kind === is2?.part?.kind && (old.nodeName !== "INPUT" || old.type === next.type);
}
function renew(old, next) {
  if (old === next) return old;
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== next.data) old.data = next.data;
    return old;
  }
  const was = facts.get(old);
  const is2 = facts.get(next);
  if (!was || !is2) return next;
  if (was.part) {
    was.part.options = is2.part.options;
    was.part.update(is2.part.options);
    return old;
  }
  for (const name of Object.keys(was.attributes)) {
    if (!(name in is2.attributes)) old.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(is2.attributes)) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const name of Object.keys(was.style ?? {})) {
    if (!(name in (is2.style ?? {}))) setStyle(old, name, null);
  }
  for (const [name, value] of Object.entries(is2.style ?? {})) setStyle(old, name, value);
  was.attributes = is2.attributes;
  was.style = is2.style;
  was.on = is2.on;
  for (const type of Object.keys(is2.on)) listen(old, was, type);
  redraw(old, ...next.childNodes);
  for (const [name, value] of Object.entries(is2.properties)) {
    const typing = name === "value" && old === document.activeElement;
    if (!typing && old[name] !== (value ?? "")) old[name] = value ?? "";
  }
  was.properties = is2.properties;
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
function chip({ text, mark: meaning, icon: drawing, pressed, press, remove, key }) {
  const inside = [
    meaning && mark(meaning),
    drawing && icon(drawing),
    h("span", { class: "cf-chip-text", text })
  ];
  const classes = ["cf-chip", meaning && `cf-${meaning}`, press && "cf-chip-button"];
  if (press && !remove) {
    return h("button", { type: "button", key, class: classes, aria: { pressed }, on: { click: press } }, inside);
  }
  return h(
    "span",
    { key, class: [classes, remove && "cf-chip-removable"] },
    inside,
    remove && h(
      "button",
      { type: "button", class: "cf-chip-remove", aria: { label: remove.label }, on: { click: remove.press } },
      icon("close")
    )
  );
}
function segmented({ label, options, chosen, choose, showLabel, canClear, wrap, key }) {
  const open = options.filter((option2) => !option2.disabled);
  const tabbable = open.some(({ id }) => id === chosen) ? chosen : open[0]?.id;
  const arrows = (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const at = open.findIndex(({ id }) => id === event.target.dataset.id);
    const next = open[(at + step + open.length) % open.length];
    for (const each of event.currentTarget.querySelectorAll("[role=radio]")) {
      if (each.dataset.id === String(next.id)) each.focus();
    }
    choose(next.id);
  };
  return h(
    "div",
    { key: key ?? `segmented ${label}`, class: ["cf-segmented-group"] },
    showLabel && h("div", { class: "cf-field-label", text: label, aria: { hidden: "true" } }),
    h(
      "div",
      { class: ["cf-segmented", wrap && "cf-segmented-wrap"], role: "radiogroup", aria: { label }, on: { keydown: arrows } },
      options.map(
        (option2) => h(
          "button",
          {
            type: "button",
            role: "radio",
            key: option2.id,
            class: ["cf-segment", option2.mark && `cf-${option2.mark}`],
            disabled: Boolean(option2.disabled),
            tabindex: option2.id === tabbable ? 0 : -1,
            data: { id: option2.id },
            aria: { checked: option2.id === chosen },
            on: { click: () => choose(canClear && option2.id === chosen ? null : option2.id) }
          },
          option2.mark && mark(option2.mark),
          option2.icon && icon(option2.icon),
          h("span", { text: option2.text })
        )
      )
    )
  );
}
function tick({ text, checked, change, hint, isSwitch, disabled, key }) {
  return h(
    "label",
    { key: key ?? `tick ${text}`, class: ["cf-tick", isSwitch && "cf-switch"] },
    h("input", {
      type: "checkbox",
      role: isSwitch ? "switch" : null,
      checked: Boolean(checked),
      disabled: Boolean(disabled),
      on: { change: (event) => change(event.target.checked) }
    }),
    h("span", { class: "cf-tick-words" }, h("span", { text }), hint && h("small", { class: "cf-quiet", text: hint }))
  );
}
function tabs({ label, tabs: all, chosen, choose, key }, ...panel) {
  const base = `cf-tabs-${key ?? label.replace(/\W+/g, "-")}`;
  const arrows = (event) => {
    const last = all.length - 1;
    const at = all.findIndex(({ id }) => id === event.target.dataset.id);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
    if (to === void 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = all[(to + all.length) % all.length];
    for (const each of event.currentTarget.children) {
      if (each.dataset.id === next.id) each.focus();
    }
    choose(next.id);
  };
  return h(
    "div",
    { key: base, class: "cf-tabs" },
    h(
      "div",
      { class: "cf-tablist", role: "tablist", aria: { label }, on: { keydown: arrows } },
      all.map(
        ({ id, text }) => h("button", {
          type: "button",
          role: "tab",
          key: id,
          id: `${base}-${id}`,
          class: "cf-tab",
          text,
          data: { id },
          tabindex: id === chosen ? 0 : -1,
          aria: { selected: id === chosen, controls: `${base}-panel` },
          on: { click: () => choose(id) }
        })
      )
    ),
    h(
      "div",
      { class: "cf-tabpanel", id: `${base}-panel`, role: "tabpanel", aria: { labelledby: `${base}-${chosen}` } },
      panel
    )
  );
}
function undoBar({ undo, redo, send }) {
  return h(
    "div",
    { class: "cf-undo", key: "undo-bar" },
    button(undo.text, () => send({ kind: "undo" }), { icon: "undo", iconOnly: true, look: "quiet", disabled: !undo.can }),
    button(redo.text, () => send({ kind: "redo" }), { icon: "redo", iconOnly: true, look: "quiet", disabled: !redo.can })
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
var JOURNAL_MS = 1e3;
var here = Math.random().toString(36).slice(2, 8);
var made = 0;
function field(options) {
  const id = `cf-field-${here}-${++made}`;
  const long = (options.rows ?? 1) > 1;
  const input = long ? h("textarea", { id, class: "cf-input", rows: options.rows, style: { "--cf-rows": options.rows } }) : h("input", { id, class: "cf-input", type: options.type ?? "text" });
  input.setAttribute("autocomplete", "off");
  input.setAttribute("aria-describedby", `${id}-hint`);
  input.setAttribute("spellcheck", options.type === "password" ? "false" : "true");
  const label = h("label", { for: id });
  const hint = h("p", { class: "cf-field-hint", id: `${id}-hint` });
  const node = h("div", { class: "cf-field" }, label, input, hint);
  let now = options;
  let saved = options.value ?? "";
  let typed = null;
  let committed = null;
  let timer = 0;
  const journal = () => {
    clearTimeout(timer);
    timer = 0;
    if (typed !== null && now.type !== "password") {
      now.send({ kind: "typing", field: now.name, text: typed });
    }
  };
  const changed = () => {
    typed = input.value;
    timer ||= setTimeout(journal, JOURNAL_MS);
    held.add(hold);
    say();
    now.ontext?.(typed);
  };
  const finish = () => {
    if (typed === null || typed === committed?.text) return;
    if (now.clears ? !typed.trim() : typed === saved) return;
    journal();
    const text = typed;
    committed = { text, before: saved };
    underway.set(now.name, restore);
    if (now.clears) {
      show("");
      typed = null;
      held.delete(hold);
      now.ontext?.("");
    }
    if (now.intent) now.send({ ...now.intent, text, field: now.name });
    now.commit?.(text);
  };
  const restore = () => {
    underway.delete(now.name);
    if (!committed) return;
    if (now.clears && typed === null) {
      typed = committed.text;
      show(typed);
    }
    committed = null;
    say();
  };
  const drop3 = () => {
    clearTimeout(timer);
    timer = 0;
    typed = null;
    committed = null;
    held.delete(hold);
  };
  const hold = { write: () => timer && journal(), drop: drop3 };
  const giveBack = () => {
    drop3();
    show(saved);
    now.send({ kind: "typing", field: now.name, text: null });
    say();
    now.ontext?.(saved);
  };
  const show = (words) => {
    if (input.value !== words) input.value = words;
  };
  const say = () => {
    const waiting = typed !== null && typed !== saved && !now.clears && now.unsaved;
    hint.textContent = waiting ? now.unsaved : now.hint ?? "";
    hint.hidden = !hint.textContent;
  };
  input.addEventListener("input", changed);
  input.addEventListener("blur", () => {
    if (timer) journal();
    if (!now.clears) finish();
  });
  input.addEventListener("keydown", (event) => {
    now.onkey?.(event);
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Enter" && (!long || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      finish();
    } else if (event.key === "Escape" && typed !== null && typed !== saved && !now.clears) {
      event.preventDefault();
      event.stopPropagation();
      giveBack();
    }
  });
  const update = (next) => {
    now = next;
    saved = next.value ?? "";
    label.textContent = next.label;
    label.className = next.hideLabel ? "cf-unseen" : "cf-field-label";
    for (const name of ["placeholder", "inputmode", "maxlength", "min", "max", "step"]) {
      if (next[name] == null) input.removeAttribute(name);
      else input.setAttribute(name, next[name]);
    }
    input.disabled = Boolean(next.disabled);
    if (!next.clears) {
      const untouched = typed === null || typed === committed?.text;
      const arrived = committed && (saved === committed.text || saved !== committed.before);
      if (arrived) {
        committed = null;
        underway.delete(next.name);
        if (untouched) drop3();
      }
      if (typed === null) show(saved);
    }
    say();
  };
  if (options.draft != null && options.draft !== saved) {
    typed = options.draft;
    show(typed);
  }
  update(options);
  return part(node, `field ${options.name}`, options, update);
}
function select({ label, options, chosen, choose, hideLabel, key }) {
  return h(
    "label",
    { class: "cf-field", key: key ?? `select ${label}` },
    h("span", { class: hideLabel ? "cf-unseen" : "cf-field-label", text: label }),
    h(
      "select",
      { class: "cf-input", value: chosen ?? "", on: { change: (event) => choose(event.target.value) } },
      options.map(({ id, text }) => h("option", { value: id, text }))
    )
  );
}

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
  let made2 = 0;
  const draw = () => keyed(all, node, ({ id }) => id, (entry) => {
    const leave = () => {
      all = all.filter((each) => each !== entry);
      draw();
    };
    const { text, tone, action } = entry;
    const made3 = h(
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
        if (made3.matches(":hover, :focus-within")) setTimeout(fade, CALM_MS);
        else leave();
      };
      setTimeout(fade, CALM_MS);
    }
    return made3;
  });
  const notice = (text, { tone = "calm", action } = {}) => {
    all = all.filter((each) => each.text !== text).slice(-2);
    all.push({ id: String(++made2), text, tone, action });
    draw();
  };
  return { node, notice };
}

// src/caseform/widgets/js/kit/overlay.js
var EDGE_PX = 8;
function popover(anchor, { label, role = "dialog", class: classes, closed }) {
  const root = anchor.closest(".cf") ?? document.body;
  const before = document.activeElement;
  const panel = h("div", {
    class: ["cf-popover", classes],
    role,
    tabindex: -1,
    popover: "manual",
    aria: { label },
    on: { keydown: hear }
  });
  (anchor.closest("header, main, footer, dialog") ?? root).append(panel);
  panel.showPopover?.();
  function hear(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") {
      const stops = focusables(panel);
      const last = event.shiftKey ? stops[0] : stops.at(-1);
      if (event.target === last || !stops.length) {
        event.preventDefault();
        (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
      }
    }
  }
  function elsewhere(event) {
    const path = event.composedPath();
    if (!path.includes(panel) && !path.includes(anchor)) close(false);
  }
  function place() {
    const at = anchor.getBoundingClientRect();
    const size = panel.getBoundingClientRect();
    const left = Math.min(at.left, window.innerWidth - size.width - EDGE_PX);
    const below = window.innerHeight - at.bottom - EDGE_PX * 2;
    const above = at.top - EDGE_PX * 2;
    const goesUp = size.height > below && above > below;
    panel.style.setProperty("--cf-room-there", `${Math.max(goesUp ? above : below, 160)}px`);
    panel.style.left = `${Math.max(EDGE_PX, left)}px`;
    panel.style.top = goesUp ? "auto" : `${at.bottom + EDGE_PX}px`;
    panel.style.bottom = goesUp ? `${window.innerHeight - at.top + EDGE_PX}px` : "auto";
  }
  function close(back = true) {
    if (!panel.isConnected) return;
    document.removeEventListener("pointerdown", elsewhere, true);
    window.removeEventListener("resize", place);
    panel.remove();
    if (back && before?.isConnected) before.focus({ preventScroll: true });
    closed?.();
  }
  document.addEventListener("pointerdown", elsewhere, true);
  window.addEventListener("resize", place);
  return { panel, close, place };
}
function popButton(options) {
  let now = options;
  let open = null;
  const node = h("button", { type: "button", aria: { haspopup: "dialog", expanded: "false" } });
  const draw = () => {
    redraw(open.panel, now.content(() => open?.close()));
    open.place();
  };
  node.addEventListener("click", () => {
    if (open) return open.close();
    const { label } = now;
    open = popover(node, {
      label,
      closed: () => {
        open = null;
        node.setAttribute("aria-expanded", "false");
        now.closed?.();
      }
    });
    node.setAttribute("aria-expanded", "true");
    draw();
    (focusables(open.panel)[0] ?? open.panel).focus({ preventScroll: true });
  });
  const update = (next) => {
    now = next;
    node.className = ["cf-button cf-button-quiet", next.class].filter(Boolean).join(" ");
    node.disabled = Boolean(next.disabled);
    redraw(node, next.face());
    if (open) draw();
  };
  update(options);
  return part(node, `pop ${options.key}`, options, update);
}
function menuButton(options) {
  let now = options;
  let open = null;
  const node = h("button", { type: "button", aria: { haspopup: "menu", expanded: "false" } });
  const steps = () => [...open.panel.querySelectorAll('[role^="menuitem"]:not([disabled])')];
  const move2 = (event) => {
    if (!open) return;
    const all = steps();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== void 0) {
      event.preventDefault();
      event.stopPropagation();
      all[(to + all.length) % all.length]?.focus();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      const letter = event.key.toLocaleLowerCase();
      const later = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      event.stopPropagation();
      later.find((each) => each.textContent.trim().toLocaleLowerCase().startsWith(letter))?.focus();
    }
  };
  const draw = () => {
    redraw(
      open.panel,
      now.entries.map(
        (entry, at) => entry === "line" ? h("hr", { class: "cf-menu-line", key: `line ${at}` }) : h(
          "button",
          {
            type: "button",
            key: entry.text,
            class: "cf-menu-entry",
            role: entry.checked === void 0 ? "menuitem" : "menuitemradio",
            disabled: Boolean(entry.disabled),
            tabindex: -1,
            aria: { checked: entry.checked },
            on: {
              click: () => {
                open?.close();
                entry.press();
              }
            }
          },
          h("span", { class: "cf-menu-icon" }, entry.checked ? icon("check") : entry.icon && icon(entry.icon)),
          h("span", { class: "cf-menu-words" }, entry.text, entry.hint && h("small", { class: "cf-quiet", text: entry.hint }))
        )
      )
    );
    open.place();
  };
  const show = (last) => {
    open = popover(node, {
      label: now.label,
      role: "menu",
      class: "cf-menu",
      closed: () => {
        open = null;
        node.setAttribute("aria-expanded", "false");
      }
    });
    node.setAttribute("aria-expanded", "true");
    open.panel.addEventListener("keydown", move2);
    draw();
    (last ? steps().at(-1) : steps()[0])?.focus({ preventScroll: true });
  };
  node.addEventListener("click", () => open ? open.close() : show(false));
  node.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    if (!open) show(event.key === "ArrowUp");
  });
  const update = (next) => {
    now = next;
    node.className = ["cf-button cf-button-quiet cf-menu-button", next.class].filter(Boolean).join(" ");
    redraw(node, next.face(), icon("down"));
    if (open) draw();
  };
  update(options);
  return part(node, `menu ${options.key}`, options, update);
}
function dialog(root, { title, content, closeWords, actions, closed, wide }) {
  const before = document.activeElement;
  const body = h("div", { class: "cf-dialog-body" });
  const foot = h("div", { class: "cf-dialog-foot" });
  const heading = h("h2", { text: title, tabindex: -1 });
  const node = h(
    "dialog",
    { class: ["cf-dialog", wide && "cf-dialog-wide"], aria: { label: title } },
    h(
      "div",
      { class: "cf-dialog-head" },
      heading,
      button(closeWords, () => node.close(), { icon: "close", iconOnly: true, look: "quiet" })
    ),
    body,
    foot
  );
  const close = () => node.close();
  const draw = () => {
    redraw(body, content(close));
    redraw(foot, actions?.(close));
    foot.hidden = !foot.childNodes.length;
  };
  node.addEventListener("keydown", (event) => event.stopPropagation());
  node.addEventListener("close", () => {
    node.remove();
    if (before?.isConnected) before.focus({ preventScroll: true });
    closed?.();
  });
  (root.closest(".cf") ?? document.body).append(node);
  draw();
  node.showModal();
  (focusables(body)[0] ?? heading).focus();
  return { close, redraw: draw, node };
}

// src/caseform/widgets/js/kit/page.js
var AWAKE_MS = 6e4;
var LEAVING = /* @__PURE__ */ new Set(["lock", "switch-case", "close-case"]);
function page({ name, make, bar: bar2 }) {
  function render({ model, el }) {
    const root = h("div", {
      class: ["cf", bar2 ? "cf-page" : "cf-room", `cf-${name}`],
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
      open ??= unlocked({ model, root, view, make, bar: bar2 });
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
function unlocked({ model, root, view, make, bar: bar2 }) {
  const ends = [];
  const messages = /* @__PURE__ */ new Map();
  const words = () => view().words ?? {};
  const said = notices(() => words().close ?? "");
  const main = h("main", { class: "cf-main", tabindex: -1 });
  let update = () => void 0;
  let heard = Date.now();
  const send = (intent) => {
    if (LEAVING.has(intent.kind)) writeDown();
    heard = Date.now();
    model.send(intent);
  };
  const atWork = () => {
    if (bar2 && Date.now() - heard > AWAKE_MS) send({ kind: "awake" });
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
    notice: said.notice,
    shortcut: (keys) => ends.push(shortcuts(root, keys)),
    onEnd: (end2) => ends.push(end2),
    onMessage: (kind, hear2) => messages.set(kind, [...messages.get(kind) ?? [], hear2]),
    redraw: draw
  };
  const top = bar2?.(context);
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

// src/caseform/widgets/js/ask.js
function asking({ root, send, draft, onMessage }) {
  let open = null;
  onMessage("answer", ({ what, problem }) => what === open?.name && open.hear(problem));
  onMessage("notice", ({ text }) => open?.isWaiting() && open.hear(text));
  return (asked) => {
    const { name, journal = true } = asked;
    const typed = /* @__PURE__ */ new Set();
    const begun = /* @__PURE__ */ new Set();
    let values = { ...asked.start };
    let round = 0;
    let waiting = false;
    let problem = "";
    const text = (part2, label, more = {}) => {
      const called = `${name}.${part2}`;
      const written = journal && more.type !== "password";
      if (written && !begun.has(part2) && draft(called) != null) {
        values[part2] = draft(called);
        typed.add(called);
      }
      begun.add(part2);
      const hear2 = (words) => {
        values[part2] = words;
        if (written) typed.add(called);
        more.heard?.();
      };
      return field({
        // Another name after each round: the words of the last one are done with.
        name: round ? `${called}-${round}` : called,
        label,
        value: asked.start?.[part2] ?? "",
        draft: values[part2],
        send: written && !round ? send : () => {
        },
        ontext: hear2,
        commit: hear2,
        ...more
      });
    };
    const set = (part2, value) => {
      values[part2] = value;
      panel.redraw();
    };
    const go = () => {
      if (waiting) return;
      waiting = true;
      panel.redraw();
      send(asked.intent({ ...values }));
    };
    const hear = (said) => {
      waiting = false;
      problem = said ?? "";
      if (problem) return panel.redraw();
      if (!asked.next) {
        typed.clear();
        return panel.close();
      }
      values = asked.next(values);
      round += 1;
      panel.redraw();
      panel.node.querySelector(".cf-dialog-body input")?.focus();
    };
    const forget = () => {
      open = null;
      for (const each of typed) send({ kind: "typing", field: each, text: null });
    };
    const panel = dialog(root, {
      title: asked.title,
      closeWords: asked.close,
      closed: forget,
      content: () => h(
        "form",
        {
          class: "cf-stack cf-ask",
          // Enter in any field is the same as the button.
          on: {
            submit: (event) => event.preventDefault(),
            keydown: (event) => {
              if (event.key === "Enter" && event.target.matches("input:not([type=checkbox])")) {
                event.preventDefault();
                go();
              }
            }
          }
        },
        [
          asked.content({ values, text, set }),
          problem ? h("p", { class: "cf-ask-problem", role: "alert", key: "problem", text: problem }) : null
        ]
      ),
      actions: (close) => [
        asked.more?.(close),
        h("span", { class: "cf-push" }),
        button(asked.act, go, { look: "main", key: "act", aria: { busy: String(waiting) } })
      ]
    });
    open = { name, hear, isWaiting: () => waiting };
  };
}

// src/caseform/widgets/js/bar.js
var NOTE = "bar.note";
function bar(context) {
  const { root, send, goto: goto2, view } = context;
  const node = h("header", { class: "cf-bar" });
  const note = privateNote(context);
  let picked = null;
  const place = ({ workbook, text, here: here2 }) => h("button", {
    type: "button",
    key: workbook,
    class: "cf-place",
    text,
    aria: { current: here2 ? "page" : null },
    on: { click: () => !here2 && goto2(workbook) }
  });
  const languageMenu = ({ languages }) => menuButton({
    key: "language",
    label: languages.label,
    class: "cf-bar-language",
    face: () => [
      h("span", { class: "cf-unseen", text: `${languages.label}: ` }),
      h("span", { text: languages.chosen })
    ],
    entries: languages.all.map(({ id, text }) => ({
      text,
      checked: id === languages.chosen,
      press: () => id !== languages.chosen && send({ kind: "language", language: id })
    }))
  });
  const caseMenu = ({ alias, invented, menu }) => menuButton({
    key: "case",
    label: menu.label,
    class: "cf-bar-case",
    face: () => [
      emblem(),
      h(
        "span",
        { class: "cf-bar-alias" },
        h("strong", { text: alias }),
        invented && h("small", { class: "cf-quiet", text: invented })
      )
    ],
    entries: [
      { text: menu.start, icon: "people", press: () => goto2("00_start") },
      ...menu.others.length ? ["line"] : [],
      ...menu.others.map(({ id, text }) => ({ text, press: () => send({ kind: "switch-case", id }) })),
      "line",
      { text: menu.lock, icon: "lock", press: () => send({ kind: "lock" }) }
    ]
  });
  const moreMenu = ({ more }) => menuButton({
    key: "more",
    label: more.text,
    class: "cf-place",
    face: () => h("span", { text: more.text }),
    entries: [
      ...more.places.map(({ workbook, text }) => ({ text, icon: "paper", press: () => goto2(workbook) })),
      { text: more.note, icon: "pencil", press: note.open },
      { text: more.keys.title, icon: "more", press: () => showKeys(more.keys) },
      "line",
      {
        text: more.lab,
        hint: more.labHint,
        icon: "screen",
        press: () => window.dispatchEvent(new CustomEvent("caseform:lab-on"))
      }
    ]
  });
  const showKeys = ({ title, all }) => dialog(root, {
    title,
    closeWords: context.words().close,
    content: () => h(
      "dl",
      { class: "cf-keys" },
      all.map(
        ({ keys, text }) => h("div", {}, h("dt", {}, h("kbd", { class: "cf-key", text: keys })), h("dd", { text }))
      )
    )
  });
  const savedMark = ({ saved }) => h(
    "div",
    { key: "saved", class: ["cf-saved", `cf-saved-${saved.state}`], role: "status" },
    icon({ saved: "check", saving: "wait", failed: "attention" }[saved.state]),
    h("span", { text: saved.text })
  );
  const roomPart = ({ room: room2 }) => h(
    "div",
    { key: "room", class: ["cf-bar-room", room2.open && "cf-bar-room-open"], role: "group", aria: { label: room2.label } },
    popButton({
      key: "room",
      label: room2.label,
      class: "cf-bar-who",
      face: () => [
        icon(room2.open ? "eye" : "eye-off"),
        h("span", { class: "cf-bar-names", text: room2.face }),
        room2.together.on && h("span", { class: "cf-bar-together", text: room2.together.text }),
        icon("down")
      ],
      content: (close) => roomPanel(room2, close),
      closed: () => {
        picked = null;
      }
    }),
    room2.open && [
      button(room2.hold.text, () => turn("hold"), {
        icon: "hold",
        keys: "H",
        look: "quiet",
        pressed: room2.hold.on,
        key: "hold"
      }),
      button(room2.blank.text, () => turn("blank"), {
        icon: "blank",
        keys: "B",
        look: "quiet",
        pressed: room2.blank.on,
        key: "blank"
      })
    ]
  );
  const room = () => view().bar?.room;
  const turned = /* @__PURE__ */ new Map();
  context.onMessage("notice", () => turned.clear());
  const turn = (name) => {
    const on2 = !(turned.get(name) ?? room()[name].on);
    turned.set(name, on2);
    send({ kind: `room-${name}`, on: on2 });
  };
  const roomPanel = (room2, close) => {
    const before = new Set(room2.people.filter(({ here: here2 }) => here2).map(({ id }) => id));
    const now = picked ?? before;
    const differs = now.size !== before.size || [...now].some((id) => !before.has(id));
    const pick = (id, on2) => {
      picked = new Set(now);
      if (on2) picked.add(id);
      else picked.delete(id);
      context.redraw();
    };
    const people = room2.people.map(({ id }) => id).filter((id) => now.has(id));
    const open = () => {
      picked = null;
      send({ kind: "room-open", people });
    };
    return h(
      "div",
      { class: "cf-room-panel" },
      h("h2", { text: room2.ask }),
      h("p", { class: "cf-quiet", text: room2.rule }),
      h(
        "div",
        { class: "cf-room-people", role: "group", aria: { label: room2.ask } },
        room2.people.map(
          ({ id, text, hint }) => tick({ key: id, text, hint, checked: now.has(id), change: (on2) => pick(id, on2) })
        )
      ),
      room2.open && h(
        "div",
        { class: "cf-room-switch" },
        tick({
          text: room2.together.text,
          hint: room2.together.hint,
          checked: room2.together.on,
          isSwitch: true,
          change: (on2) => send({ kind: "together", on: on2 })
        })
      ),
      room2.trouble && h("p", { class: "cf-room-trouble", role: "alert", text: room2.trouble }),
      h(
        "div",
        { class: "cf-room-acts" },
        !room2.open && button(room2.start, open, { look: "main", icon: "eye", disabled: !people.length, key: "open" }),
        room2.open && differs && button(room2.change, open, { look: "main", disabled: !people.length, key: "change" }),
        room2.open && room2.address ? h(
          "a",
          { class: "cf-button cf-button-link", href: room2.address, target: "_blank", rel: "noopener", key: "wall" },
          icon("screen"),
          h("span", { text: room2.wall })
        ) : room2.open && h("p", { class: "cf-quiet", key: "wait", text: room2.preparing }),
        room2.open && button(room2.end, () => {
          close();
          send({ kind: "room-close" });
        }, { key: "close" })
      )
    );
  };
  const update = (now) => {
    const everything = [
      h(
        "div",
        { class: "cf-bar-where", key: "where" },
        now.alias ? caseMenu(now) : h("span", { class: "cf-bar-name", key: "name" }, emblem(), h("strong", { text: "caseform" }))
      ),
      now.places.all.length > 0 && h(
        "nav",
        { class: "cf-places", key: "places", aria: { label: now.places.label } },
        now.places.all.map(place),
        moreMenu(now)
      ),
      h(
        "div",
        { class: "cf-bar-state", key: "state" },
        now.alias && [undoBar({ undo: now.undo, redo: now.redo, send }), savedMark(now), roomPart(now)],
        languageMenu(now)
      ),
      now.saved?.trouble && h(
        "div",
        { class: "cf-bar-trouble", role: "alert", key: "trouble" },
        icon("attention"),
        h("p", { text: now.saved.trouble }),
        button(now.saved.again, () => send({ kind: "save-again" }))
      )
    ];
    for (const [name, on2] of turned) {
      if (!now.room?.open || now.room[name].on === on2) turned.delete(name);
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
    "Ctrl+y": () => view().bar?.redo?.can && send({ kind: "redo" })
  });
  return { node, foot: note.node, update };
}
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
        }
      }),
      h("span", { class: "cf-quiet cf-note-keys", text: words.keys }),
      button(words.close, close, { icon: "close", iconOnly: true, look: "quiet" })
    );
    if (isFirst && context.draft(NOTE)) node.hidden = false;
  };
  context.onMessage("notice", (message) => {
    if (message.field === NOTE) open();
  });
  return { node, open, update };
}

// src/caseform/widgets/js/people.js
function peopleBeside({ root, send, redraw: redraw2 }, ask) {
  let unfolded = null;
  let shown = {};
  const draw = (now) => {
    shown = now;
    const open = unfolded ?? Boolean(shown.empty);
    return h("section", { class: "cf-people", key: "people" }, [
      h("div", { class: "cf-people-head" }, [
        h("h2", { text: shown.title }),
        h("p", { class: "cf-people-names", text: shown.names }),
        button(shown.unfold, () => {
          unfolded = !open;
          redraw2();
        }, {
          look: "quiet",
          icon: open ? "up" : "down",
          key: "fold",
          aria: { expanded: String(open) }
        }),
        button(shown.add, () => {
          unfolded = true;
          about(null);
        }, { icon: "plus", key: "add" })
      ]),
      open ? h("div", { class: "cf-people-body", key: "body" }, [
        h("p", { class: "cf-quiet", text: shown.hint }),
        h("ul", { class: "cf-people-list" }, shown.rows.map(row)),
        shown.empty ? h("p", { class: "cf-empty", text: shown.empty }) : null
      ]) : null
    ]);
  };
  draw.add = (kind) => about(null, kind);
  draw.unfold = () => {
    unfolded = true;
    redraw2();
    root.querySelector(".cf-people-head")?.scrollIntoView({ block: "center" });
  };
  return draw;
  function row(one) {
    return h("li", { class: "cf-people-row", key: one.id }, [
      h("div", { class: "cf-people-who" }, [
        h("strong", { text: one.called }),
        h("span", { class: "cf-quiet", text: one.facts })
      ]),
      one.days ? days(one) : null,
      button(one.edit, () => about(one), { icon: "pencil", iconOnly: true, look: "quiet", key: "edit" })
    ]);
  }
  function days(one) {
    return h("div", { class: "cf-people-days" }, [
      h("span", { class: "cf-quiet", text: one.days.label, aria: { hidden: "true" } }),
      weekdaysOf(one, send)
    ]);
  }
  function about(one, kind) {
    const asked = shown.form;
    const isYoung = one?.told.is === "young-person";
    ask({
      name: "person",
      title: one ? one.edit : asked.new,
      close: asked.close,
      act: one ? asked.do : asked.do_new,
      start: one ? one.told : { called: "", is: kind ?? asked.kinds[0].id, relation: "", age: "", authority: "unknown" },
      content: ({ values, text, set }) => [
        text("called", asked.called, { hint: asked.called_hint }),
        isYoung ? null : select({ label: asked.is, options: asked.kinds, chosen: values.is, choose: (id) => set("is", id) }),
        values.is === "young-person" ? text("age", asked.age, { inputmode: "numeric" }) : text("relation", asked.relation, { hint: asked.relation_hint }),
        values.is === "caregiver" ? [
          h("div", { key: "authority" }, [
            segmented({ label: asked.authority, showLabel: true, options: asked.authorities, chosen: values.authority, choose: (id) => set("authority", id) }),
            h("p", { class: "cf-field-hint", text: asked.authority_hint })
          ]),
          tick({ key: "limit", text: asked.contact_limit, hint: asked.contact_limit_hint, checked: values.contact_limit, change: (on2) => set("contact_limit", on2) }),
          tick({ key: "file", text: asked.separate_file, hint: asked.separate_file_hint, checked: values.separate_file, change: (on2) => set("separate_file", on2) })
        ] : null
      ],
      intent: (values) => ({ kind: "save-person", id: one?.id ?? null, ...values }),
      more: () => one?.remove ? button(one.remove, () => send({ kind: "remove-person", id: one.id }), { look: "quiet", key: "remove" }) : null
    });
  }
}
function weekdaysOf({ id, called, days }, send) {
  return h("span", { class: "cf-people-week", role: "group", aria: { label: `${called} ${days.label}` } }, days.all.map(
    (day) => h("button", {
      type: "button",
      key: String(day.weekday),
      class: "cf-people-day",
      text: day.text,
      aria: { pressed: day.on, label: day.label },
      on: { click: () => send({ kind: "person-day", id, weekday: day.weekday, on: !day.on }) }
    })
  ));
}

// src/caseform/widgets/js/return_plan/again.js
function againPart({ send }) {
  return (shown) => shown && h("section", { class: "cf-card cf-again", key: "again" }, [
    h("div", { class: "cf-row" }, [
      h("h2", { text: shown.title }),
      h("span", { class: "cf-push" }),
      popButton({
        key: "again",
        label: shown.why,
        class: "cf-plan-link",
        face: () => shown.why,
        content: () => h("div", { class: "cf-plan-why" }, shown.sources.map((text) => h("p", { text })))
      })
    ]),
    h("p", { text: shown.words }),
    h("p", { class: "cf-quiet", text: shown.normal }),
    h("ul", { class: "cf-again-ways" }, shown.options.map((one) => h("li", { key: one.way }, [
      h("p", { text: one.words }),
      h("p", { class: "cf-quiet", text: one.consequence }),
      button(one.do, () => send({ kind: "begin-again", way: one.way }), { key: "do", aria: { label: `${one.do}: ${one.words}` } })
    ])))
  ]);
}

// src/caseform/widgets/js/return_plan/agree.js
var CHANGES_SHOWN = 3;
function agreePart({ send }, ask) {
  return agreeing;
  function agreeing(shown, written) {
    return h("div", { class: "cf-agree", key: "agree" }, [
      shown.last ? last(shown.last) : null,
      h("p", { class: "cf-quiet", text: written }),
      h("div", { class: "cf-row" }, [
        button(shown.pencil, () => send({ kind: "pencil" }), { icon: "pencil", key: "pencil" }),
        button(shown.agree, () => agree(shown.asked), { look: "main", icon: "check", key: "agree" })
      ]),
      h("p", { class: "cf-quiet", text: shown.open })
    ]);
  }
  function last({ text, changed_title: title, changed, all_changed, same, versions }) {
    return h("div", { class: "cf-agree-last", key: "last" }, [
      h("p", {}, [h("strong", { text })]),
      changed.length ? h("p", { text: title }) : h("p", { class: "cf-quiet", text: same }),
      changed.length ? h("ul", {}, changed.slice(0, CHANGES_SHOWN).map((one) => h("li", { text: one }))) : null,
      changed.length > CHANGES_SHOWN ? popButton({
        key: "changed",
        label: all_changed,
        class: "cf-plan-link",
        face: () => all_changed,
        content: () => h("ul", { class: "cf-agree-changed" }, changed.map((one) => h("li", { text: one })))
      }) : null,
      popButton({
        key: "versions",
        label: versions.label,
        class: "cf-plan-link",
        face: () => versions.label,
        content: () => h("div", { class: "cf-stack cf-agree-versions" }, versions.all.map((one) => h("section", { key: one.key }, [
          h("h3", { text: one.text }),
          h("ul", {}, one.days.map((day) => h("li", { text: day })))
        ])))
      })
    ]);
  }
  function agree(asked) {
    ask({
      name: "agree",
      title: asked.title,
      close: asked.close,
      act: asked.do,
      start: { agreed_by: [] },
      content: ({ values, text, set }) => [
        h("div", { role: "group", aria: { label: asked.who }, key: "who" }, [
          h("div", { class: "cf-field-label", text: asked.who, aria: { hidden: "true" } }),
          asked.people.map(({ id, text: called }) => tick({
            key: id,
            text: called,
            checked: values.agreed_by.includes(id),
            change: (on2) => set("agreed_by", on2 ? [...values.agreed_by, id] : values.agreed_by.filter((one) => one !== id))
          }))
        ]),
        asked.needed ? h("div", { class: "cf-stack", key: "open" }, [
          h("p", { text: asked.text }),
          h("ul", {}, asked.open.map((one) => h("li", { text: one }))),
          text("reason", asked.label)
        ]) : null
      ],
      intent: ({ reason, agreed_by }) => ({ kind: "agree", reason, agreed_by })
    });
  }
}

// src/caseform/widgets/js/return_plan/ahead.js
function aheadPart({ send }) {
  return (shown) => shown && h("section", { class: "cf-card cf-ahead", key: "ahead" }, [
    button(shown.title, () => send({ kind: "look-ahead", span: shown.chosen ? null : shown.spans[0].id }), {
      look: "quiet",
      icon: shown.chosen ? "up" : "down",
      key: "fold",
      aria: { expanded: String(Boolean(shown.chosen)) }
    }),
    shown.chosen ? h("div", { class: "cf-stack", key: "open" }, [
      h("p", { class: "cf-quiet", text: shown.hint }),
      segmented({ label: shown.label, options: shown.spans, chosen: shown.chosen, choose: (span) => span && send({ kind: "look-ahead", span }) }),
      segmented({
        key: "horizon",
        label: shown.horizon.label,
        showLabel: true,
        options: shown.horizon.options,
        chosen: shown.horizon.chosen,
        choose: (value) => send({ kind: "horizon", value: Number(value) })
      }),
      shown.months ? months(shown) : h("p", { text: shown.none })
    ]) : null
  ]);
  function months({ months: all, weekdays, legend, signs, until }) {
    return [
      h("div", { class: "cf-ahead-legend", key: "legend" }, [
        h("ol", {}, legend.map(({ level, text }) => h("li", { key: level }, [h("strong", { text: level }), h("span", { text })]))),
        h("ul", {}, signs.map(({ sign, text }) => h("li", { key: sign }, [
          h("span", { class: `cf-ahead-sign cf-ahead-${sign}`, aria: { hidden: "true" } }, sign === "up" ? icon("up") : null),
          h("span", { text })
        ])))
      ]),
      h("div", { class: "cf-ahead-months", key: "months" }, all.map(
        ({ key, name, weeks }) => h("table", { key }, [
          h("caption", { text: name }),
          h("thead", {}, h("tr", {}, weekdays.map((day) => h("th", { scope: "col", text: day })))),
          h("tbody", {}, weeks.map((week) => h("tr", {}, week.map((day) => day ? cell(day) : h("td")))))
        ])
      )),
      until ? h("p", { class: "cf-quiet", key: "until", text: until }) : null
    ];
  }
  function cell(day) {
    return h("td", {
      title: day.says || null,
      class: [day.level && "cf-ahead-level", day.is_off && "cf-ahead-off", day.is_end && "cf-ahead-end"],
      style: { "--share": day.share }
    }, [
      h("span", { class: "cf-ahead-date", text: day.day }),
      day.level ? h("strong", { text: day.level }) : null,
      day.is_up ? [icon("up"), h("span", { class: "cf-unseen", text: day.up })] : null,
      day.is_off ? h("span", { class: "cf-unseen", text: day.says }) : null
    ]);
  }
}

// src/caseform/widgets/js/return_plan/folds.js
function rowsOneAtATime(redraw2) {
  let opened = null;
  const row = (key, face, content) => {
    const isOpen = opened === key;
    return h("li", { key, class: ["cf-plan-fold", isOpen && "cf-plan-unfolded"] }, [
      h("button", {
        type: "button",
        class: "cf-plan-turn",
        key: "turn",
        aria: { expanded: String(isOpen) },
        on: { click: () => {
          opened = isOpen ? null : key;
          redraw2();
        } }
      }, [icon(isOpen ? "up" : "down"), h("span", { class: "cf-plan-face" }, face)]),
      isOpen ? h("div", { class: "cf-plan-folded", key: "folded" }, content()) : null
    ]);
  };
  return { row, open: (key) => {
    opened = key;
  }, isOpen: (key) => opened === key };
}
function focusKept(main) {
  let before = null;
  return (rows) => {
    const now = rows.join(" ");
    const hasChanged = before !== null && before !== now;
    before = now;
    if (!hasChanged) return;
    requestAnimationFrame(() => {
      if (!document.activeElement?.closest(".cf")) main.querySelector(".cf-plan-needs button")?.focus({ preventScroll: true });
    });
  };
}
function source(label, sentences, about) {
  return sentences.length ? popButton({
    key: `source ${about}`,
    class: "cf-plan-source",
    label: `${label} ${about}`,
    face: () => [h("span", { text: label }), h("span", { class: "cf-unseen", text: ` ${about}` })],
    content: () => h("div", { class: "cf-plan-why" }, sentences.map((one) => h("p", { text: one })))
  }) : null;
}

// src/caseform/widgets/js/return_plan/findings.js
function findingRows({ send }, ask, go) {
  const setAside = settingAside(ask);
  return (one, words, isThere) => h("div", { key: `${one.rule} ${one.where}`, class: ["cf-plan-message", "cf-plan-finding", `cf-plan-${one.weight}`] }, [
    h("p", { key: "text" }, [h("strong", { text: `${one.weight_words} ` }), one.text]),
    h("div", { class: "cf-plan-acts", key: "acts" }, [
      one.place && !isThere ? button(one.place.text, () => go(one.place), { look: "quiet", key: "go", icon: "right" }) : null,
      source(words.why, one.sources, one.text),
      one.can_set_aside ? button(words.aside, () => setAside(one, words), { look: "quiet", key: "aside", aria: { label: `${words.aside}: ${one.text}` } }) : null
    ])
  ]);
}
function settingAside(ask) {
  return (one, words) => ask({
    name: "aside",
    title: words.aside_ask,
    close: words.close,
    act: words.aside_do,
    content: ({ text }) => [
      h("p", { key: "rule", text: one.text }),
      h("p", { key: "about", class: "cf-quiet", text: words.aside_text }),
      text("reason", words.aside_label)
    ],
    intent: ({ reason }) => ({ kind: "set-aside", rule: one.rule, where: one.where, reason })
  });
}

// src/caseform/widgets/js/return_plan/days.js
function daysPart({ send }, ask, who) {
  const setAside = settingAside(ask);
  return days;
  function days(shown, agreeing) {
    return h("section", { class: "cf-card", key: "days" }, [
      h("h2", { text: shown.title }),
      shown.stale ? h("div", { class: "cf-plan-stale", key: "stale" }, [
        h("p", { text: shown.stale.text }),
        button(shown.stale.do, () => send({ kind: "renew" }), { key: "renew" })
      ]) : null,
      shown.standing.length ? h("div", { class: "cf-row cf-plan-standing", key: "standing" }, shown.standing.map(
        ({ key, text, end }) => chip({ key, text, remove: { label: end, press: () => send({ kind: "end-standing", id: key }) } })
      )) : null,
      ...shown.messages.map((one) => message(one, shown.why)),
      shown.first ? first(shown.first) : null,
      shown.ways_out ? waysOut(shown.ways_out) : null,
      shown.strip.length ? strip(shown.strip, shown.strip_words) : null,
      h("ol", { class: "cf-plan-days", key: "rows" }, shown.rows.map((one) => one.gap ? gap(one) : row(one))),
      shown.later ? h("p", { class: "cf-plan-later", key: "later", text: shown.later }) : null,
      shown.rows.length ? agreeing(shown.written) : null
    ]);
  }
  function message(one, why) {
    return h("div", { class: ["cf-plan-message", `cf-plan-${one.weight}`], key: `${one.rule} ${one.text}` }, [
      h("p", {}, [h("strong", { text: `${one.weight_words} ` }), one.text]),
      source(why, [one.source].filter(Boolean), one.text)
    ]);
  }
  function first({ text, goals, step }) {
    return h("div", { class: "cf-stack cf-plan-first", key: "first" }, [
      h("p", { key: "text", text }),
      h("ul", { key: "goals" }, goals.map((goal) => h("li", { key: goal.key, text: goal.text }))),
      step ? h("p", { key: "step", text: step }) : null
    ]);
  }
  function waysOut({ clash, parts, why, title, words, all }) {
    return h("div", { class: "cf-out", key: "out" }, [
      h("div", { class: "cf-out-clash", key: "clash" }, [
        h("p", {}, h("strong", { text: clash })),
        h("ul", {}, parts.map(({ text, source: from }) => h("li", { key: text }, [
          h("p", { text }),
          source(why, [from].filter(Boolean), text)
        ])))
      ]),
      h("h3", { text: title }),
      h("ul", {}, all.map((way) => h("li", { key: way.key }, [
        h("p", { text: way.text }),
        h("p", { class: "cf-quiet", text: [way.consequence, way.more].filter(Boolean).join(" ") }),
        way.act ? button(way.act.text, () => loosen(way, words), { key: "do", aria: { label: `${way.act.text}: ${way.text}` } }) : null
      ])))
    ]);
  }
  function loosen({ act, text }, words) {
    if (act.what === "renew") send({ kind: "renew" });
    if (act.what === "held") send({ kind: "end-standing", id: "hold" });
    if (act.what === "people") who.unfold();
    if (act.what === "aside") setAside({ rule: act.rule, where: act.where, text }, words);
  }
  function strip(columns, words) {
    return h("figure", { class: "cf-strip", key: "strip" }, [
      h("div", { class: "cf-strip-days", aria: { hidden: "true" } }, columns.map(
        (one) => h("div", {
          key: one.key,
          class: ["cf-strip-day", one.starts_week && "cf-strip-monday", one.is_off && "cf-strip-off", one.is_agreed && "cf-strip-agreed"]
        }, [
          h("span", { class: "cf-strip-room" }, one.is_off ? null : h("span", { class: "cf-strip-bar", style: { "--share": one.share } }, one.is_up ? icon("up") : null)),
          h("span", { class: "cf-strip-date", text: one.day })
        ])
      )),
      h("figcaption", { class: "cf-quiet", text: words })
    ]);
  }
  function gap(one) {
    return h("li", { key: one.key, class: ["cf-plan-gap", one.is_weekend && "cf-plan-weekend"] }, [
      h("span", { class: one.is_weekend ? "cf-unseen" : null, text: [one.gap, one.until].filter(Boolean).join(" ") })
    ]);
  }
  function row(day) {
    return h("li", { key: day.key, class: `cf-plan-${day.direction}` }, [
      h("span", { class: "cf-plan-on", text: day.on }),
      h("span", { class: "cf-plan-what" }, [
        day.direction === "same" ? null : [icon(day.direction), h("span", { class: "cf-unseen", text: day.direction_words })],
        day.step,
        day.lessons.length ? h("span", { class: "cf-plan-lessons", text: day.lessons.join(" · ") }) : null,
        h("span", { class: "cf-plan-people cf-quiet" }, [
          day.people,
          day.agreed ? h("span", { class: "cf-plan-agreed" }, [icon("check"), day.agreed]) : null
        ])
      ]),
      day.why.length ? popButton({
        key: `why ${day.key}`,
        label: `${day.why_label} ${day.on}`,
        face: () => day.why_label,
        content: () => h("div", { class: "cf-plan-why" }, day.why.map((one) => [
          h("p", { text: one.text }),
          h("p", { class: "cf-quiet", text: one.source })
        ]))
      }) : h("span")
    ]);
  }
}

// src/caseform/widgets/js/return_plan/how.js
function howPart({ send, draft, redraw: redraw2, main }) {
  let opened = null;
  let labels = /* @__PURE__ */ new Map();
  how.open = (label) => {
    opened = labels.get(label) ?? opened;
  };
  return how;
  function how(shown) {
    labels = new Map(shown.fields.map((one) => [one.label, one.name]));
    return h("section", { class: "cf-card", key: "how" }, [
      h("h2", { text: shown.title }),
      h("p", { class: "cf-quiet", text: shown.hint }),
      h("ol", { class: "cf-how" }, shown.fields.map((one) => part2(one, shown)))
    ]);
  }
  function part2(one, shown) {
    const name = `return.how.${one.name}`;
    const isOpen = opened === one.name || draft(name) != null;
    return h("li", { class: one.is_filled ? "cf-how-filled" : null, key: one.name }, [
      h("span", { class: "cf-how-tick", aria: { hidden: "true" } }, one.is_filled ? icon("check") : null),
      isOpen ? entry(one, name) : reading(one, shown)
    ]);
  }
  function reading(one, shown) {
    return h("button", {
      type: "button",
      class: "cf-how-part",
      key: "read",
      on: { click: () => open(one.name) }
    }, [
      h("span", { class: "cf-how-label", text: one.label }),
      h("span", { class: one.is_filled ? null : "cf-quiet" }, [
        one.reads || shown.open,
        one.needed ? h("span", { class: "cf-how-needed", text: one.needed }) : null
      ])
    ]);
  }
  function entry(one, name) {
    return h("div", { key: "write", data: { part: one.name } }, [
      one.people ? select({
        label: one.label,
        options: [{ id: "", text: one.nobody }, ...one.people],
        chosen: one.value,
        choose: (value) => send({ kind: "how", name: one.name, value })
      }) : field({
        name,
        rows: 2,
        label: one.label,
        placeholder: one.hint,
        value: one.value,
        draft: draft(name),
        send,
        intent: { kind: "how", name: one.name }
      })
    ]);
  }
  function open(name) {
    opened = name;
    redraw2();
    main.querySelector(`[data-part="${name}"] :is(textarea, select)`)?.focus();
  }
}

// .ci/js/node_modules/sortablejs/modular/sortable.esm.js
/**!
 * Sortable 1.15.7
 * @author	RubaXa   <trash@rubaxa.org>
 * @author	owenm    <owen23355@gmail.com>
 * @license MIT
 */
function _defineProperty(e, r, t) {
  return (r = _toPropertyKey(r)) in e ? Object.defineProperty(e, r, {
    value: t,
    enumerable: true,
    configurable: true,
    writable: true
  }) : e[r] = t, e;
}
function _extends() {
  return _extends = Object.assign ? Object.assign.bind() : function(n) {
    for (var e = 1; e < arguments.length; e++) {
      var t = arguments[e];
      for (var r in t) ({}).hasOwnProperty.call(t, r) && (n[r] = t[r]);
    }
    return n;
  }, _extends.apply(null, arguments);
}
function ownKeys(e, r) {
  var t = Object.keys(e);
  if (Object.getOwnPropertySymbols) {
    var o = Object.getOwnPropertySymbols(e);
    r && (o = o.filter(function(r2) {
      return Object.getOwnPropertyDescriptor(e, r2).enumerable;
    })), t.push.apply(t, o);
  }
  return t;
}
function _objectSpread2(e) {
  for (var r = 1; r < arguments.length; r++) {
    var t = null != arguments[r] ? arguments[r] : {};
    r % 2 ? ownKeys(Object(t), true).forEach(function(r2) {
      _defineProperty(e, r2, t[r2]);
    }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e, Object.getOwnPropertyDescriptors(t)) : ownKeys(Object(t)).forEach(function(r2) {
      Object.defineProperty(e, r2, Object.getOwnPropertyDescriptor(t, r2));
    });
  }
  return e;
}
function _objectWithoutProperties(e, t) {
  if (null == e) return {};
  var o, r, i = _objectWithoutPropertiesLoose(e, t);
  if (Object.getOwnPropertySymbols) {
    var n = Object.getOwnPropertySymbols(e);
    for (r = 0; r < n.length; r++) o = n[r], -1 === t.indexOf(o) && {}.propertyIsEnumerable.call(e, o) && (i[o] = e[o]);
  }
  return i;
}
function _objectWithoutPropertiesLoose(r, e) {
  if (null == r) return {};
  var t = {};
  for (var n in r) if ({}.hasOwnProperty.call(r, n)) {
    if (-1 !== e.indexOf(n)) continue;
    t[n] = r[n];
  }
  return t;
}
function _toPrimitive(t, r) {
  if ("object" != typeof t || !t) return t;
  var e = t[Symbol.toPrimitive];
  if (void 0 !== e) {
    var i = e.call(t, r || "default");
    if ("object" != typeof i) return i;
    throw new TypeError("@@toPrimitive must return a primitive value.");
  }
  return ("string" === r ? String : Number)(t);
}
function _toPropertyKey(t) {
  var i = _toPrimitive(t, "string");
  return "symbol" == typeof i ? i : i + "";
}
function _typeof(o) {
  "@babel/helpers - typeof";
  return _typeof = "function" == typeof Symbol && "symbol" == typeof Symbol.iterator ? function(o2) {
    return typeof o2;
  } : function(o2) {
    return o2 && "function" == typeof Symbol && o2.constructor === Symbol && o2 !== Symbol.prototype ? "symbol" : typeof o2;
  }, _typeof(o);
}
var version = "1.15.7";
function userAgent(pattern) {
  if (typeof window !== "undefined" && window.navigator) {
    return !!/* @__PURE__ */ navigator.userAgent.match(pattern);
  }
}
var IE11OrLess = userAgent(/(?:Trident.*rv[ :]?11\.|msie|iemobile|Windows Phone)/i);
var Edge = userAgent(/Edge/i);
var FireFox = userAgent(/firefox/i);
var Safari = userAgent(/safari/i) && !userAgent(/chrome/i) && !userAgent(/android/i);
var IOS = userAgent(/iP(ad|od|hone)/i);
var ChromeForAndroid = userAgent(/chrome/i) && userAgent(/android/i);
var captureMode = {
  capture: false,
  passive: false
};
function on(el, event, fn) {
  el.addEventListener(event, fn, !IE11OrLess && captureMode);
}
function off(el, event, fn) {
  el.removeEventListener(event, fn, !IE11OrLess && captureMode);
}
function matches(el, selector) {
  if (!selector) return;
  selector[0] === ">" && (selector = selector.substring(1));
  if (el) {
    try {
      if (el.matches) {
        return el.matches(selector);
      } else if (el.msMatchesSelector) {
        return el.msMatchesSelector(selector);
      } else if (el.webkitMatchesSelector) {
        return el.webkitMatchesSelector(selector);
      }
    } catch (_) {
      return false;
    }
  }
  return false;
}
function getParentOrHost(el) {
  return el.host && el !== document && el.host.nodeType && el.host !== el ? el.host : el.parentNode;
}
function closest(el, selector, ctx, includeCTX) {
  if (el) {
    ctx = ctx || document;
    do {
      if (selector != null && (selector[0] === ">" ? el.parentNode === ctx && matches(el, selector) : matches(el, selector)) || includeCTX && el === ctx) {
        return el;
      }
      if (el === ctx) break;
    } while (el = getParentOrHost(el));
  }
  return null;
}
var R_SPACE = /\s+/g;
function toggleClass(el, name, state) {
  if (el && name) {
    if (el.classList) {
      el.classList[state ? "add" : "remove"](name);
    } else {
      var className = (" " + el.className + " ").replace(R_SPACE, " ").replace(" " + name + " ", " ");
      el.className = (className + (state ? " " + name : "")).replace(R_SPACE, " ");
    }
  }
}
function css(el, prop, val) {
  var style = el && el.style;
  if (style) {
    if (val === void 0) {
      if (document.defaultView && document.defaultView.getComputedStyle) {
        val = document.defaultView.getComputedStyle(el, "");
      } else if (el.currentStyle) {
        val = el.currentStyle;
      }
      return prop === void 0 ? val : val[prop];
    } else {
      if (!(prop in style) && prop.indexOf("webkit") === -1) {
        prop = "-webkit-" + prop;
      }
      style[prop] = val + (typeof val === "string" ? "" : "px");
    }
  }
}
function matrix(el, selfOnly) {
  var appliedTransforms = "";
  if (typeof el === "string") {
    appliedTransforms = el;
  } else {
    do {
      var transform = css(el, "transform");
      if (transform && transform !== "none") {
        appliedTransforms = transform + " " + appliedTransforms;
      }
    } while (!selfOnly && (el = el.parentNode));
  }
  var matrixFn = window.DOMMatrix || window.WebKitCSSMatrix || window.CSSMatrix || window.MSCSSMatrix;
  return matrixFn && new matrixFn(appliedTransforms);
}
function find(ctx, tagName, iterator) {
  if (ctx) {
    var list = ctx.getElementsByTagName(tagName), i = 0, n = list.length;
    if (iterator) {
      for (; i < n; i++) {
        iterator(list[i], i);
      }
    }
    return list;
  }
  return [];
}
function getWindowScrollingElement() {
  var scrollingElement = document.scrollingElement;
  if (scrollingElement) {
    return scrollingElement;
  } else {
    return document.documentElement;
  }
}
function getRect(el, relativeToContainingBlock, relativeToNonStaticParent, undoScale, container) {
  if (!el.getBoundingClientRect && el !== window) return;
  var elRect, top, left, bottom, right, height, width;
  if (el !== window && el.parentNode && el !== getWindowScrollingElement()) {
    elRect = el.getBoundingClientRect();
    top = elRect.top;
    left = elRect.left;
    bottom = elRect.bottom;
    right = elRect.right;
    height = elRect.height;
    width = elRect.width;
  } else {
    top = 0;
    left = 0;
    bottom = window.innerHeight;
    right = window.innerWidth;
    height = window.innerHeight;
    width = window.innerWidth;
  }
  if ((relativeToContainingBlock || relativeToNonStaticParent) && el !== window) {
    container = container || el.parentNode;
    if (!IE11OrLess) {
      do {
        if (container && container.getBoundingClientRect && (css(container, "transform") !== "none" || relativeToNonStaticParent && css(container, "position") !== "static")) {
          var containerRect = container.getBoundingClientRect();
          top -= containerRect.top + parseInt(css(container, "border-top-width"));
          left -= containerRect.left + parseInt(css(container, "border-left-width"));
          bottom = top + elRect.height;
          right = left + elRect.width;
          break;
        }
      } while (container = container.parentNode);
    }
  }
  if (undoScale && el !== window) {
    var elMatrix = matrix(container || el), scaleX = elMatrix && elMatrix.a, scaleY = elMatrix && elMatrix.d;
    if (elMatrix) {
      top /= scaleY;
      left /= scaleX;
      width /= scaleX;
      height /= scaleY;
      bottom = top + height;
      right = left + width;
    }
  }
  return {
    top,
    left,
    bottom,
    right,
    width,
    height
  };
}
function isScrolledPast(el, elSide, parentSide) {
  var parent = getParentAutoScrollElement(el, true), elSideVal = getRect(el)[elSide];
  while (parent) {
    var parentSideVal = getRect(parent)[parentSide], visible2 = void 0;
    if (parentSide === "top" || parentSide === "left") {
      visible2 = elSideVal >= parentSideVal;
    } else {
      visible2 = elSideVal <= parentSideVal;
    }
    if (!visible2) return parent;
    if (parent === getWindowScrollingElement()) break;
    parent = getParentAutoScrollElement(parent, false);
  }
  return false;
}
function getChild(el, childNum, options, includeDragEl) {
  var currentChild = 0, i = 0, children = el.children;
  while (i < children.length) {
    if (children[i].style.display !== "none" && children[i] !== Sortable.ghost && (includeDragEl || children[i] !== Sortable.dragged) && closest(children[i], options.draggable, el, false)) {
      if (currentChild === childNum) {
        return children[i];
      }
      currentChild++;
    }
    i++;
  }
  return null;
}
function lastChild(el, selector) {
  var last = el.lastElementChild;
  while (last && (last === Sortable.ghost || css(last, "display") === "none" || selector && !matches(last, selector))) {
    last = last.previousElementSibling;
  }
  return last || null;
}
function index(el, selector) {
  var index2 = 0;
  if (!el || !el.parentNode) {
    return -1;
  }
  while (el = el.previousElementSibling) {
    if (el.nodeName.toUpperCase() !== "TEMPLATE" && el !== Sortable.clone && (!selector || matches(el, selector))) {
      index2++;
    }
  }
  return index2;
}
function getRelativeScrollOffset(el) {
  var offsetLeft = 0, offsetTop = 0, winScroller = getWindowScrollingElement();
  if (el) {
    do {
      var elMatrix = matrix(el), scaleX = elMatrix.a, scaleY = elMatrix.d;
      offsetLeft += el.scrollLeft * scaleX;
      offsetTop += el.scrollTop * scaleY;
    } while (el !== winScroller && (el = el.parentNode));
  }
  return [offsetLeft, offsetTop];
}
function indexOfObject(arr, obj) {
  for (var i in arr) {
    if (!arr.hasOwnProperty(i)) continue;
    for (var key in obj) {
      if (obj.hasOwnProperty(key) && obj[key] === arr[i][key]) return Number(i);
    }
  }
  return -1;
}
function getParentAutoScrollElement(el, includeSelf) {
  if (!el || !el.getBoundingClientRect) return getWindowScrollingElement();
  var elem = el;
  var gotSelf = false;
  do {
    if (elem.clientWidth < elem.scrollWidth || elem.clientHeight < elem.scrollHeight) {
      var elemCSS = css(elem);
      if (elem.clientWidth < elem.scrollWidth && (elemCSS.overflowX == "auto" || elemCSS.overflowX == "scroll") || elem.clientHeight < elem.scrollHeight && (elemCSS.overflowY == "auto" || elemCSS.overflowY == "scroll")) {
        if (!elem.getBoundingClientRect || elem === document.body) return getWindowScrollingElement();
        if (gotSelf || includeSelf) return elem;
        gotSelf = true;
      }
    }
  } while (elem = elem.parentNode);
  return getWindowScrollingElement();
}
function extend(dst, src) {
  if (dst && src) {
    for (var key in src) {
      if (src.hasOwnProperty(key)) {
        dst[key] = src[key];
      }
    }
  }
  return dst;
}
function isRectEqual(rect1, rect2) {
  return Math.round(rect1.top) === Math.round(rect2.top) && Math.round(rect1.left) === Math.round(rect2.left) && Math.round(rect1.height) === Math.round(rect2.height) && Math.round(rect1.width) === Math.round(rect2.width);
}
var _throttleTimeout;
function throttle(callback, ms) {
  return function() {
    if (!_throttleTimeout) {
      var args = arguments, _this = this;
      if (args.length === 1) {
        callback.call(_this, args[0]);
      } else {
        callback.apply(_this, args);
      }
      _throttleTimeout = setTimeout(function() {
        _throttleTimeout = void 0;
      }, ms);
    }
  };
}
function cancelThrottle() {
  clearTimeout(_throttleTimeout);
  _throttleTimeout = void 0;
}
function scrollBy(el, x, y) {
  el.scrollLeft += x;
  el.scrollTop += y;
}
function clone(el) {
  var Polymer = window.Polymer;
  var $ = window.jQuery || window.Zepto;
  if (Polymer && Polymer.dom) {
    return Polymer.dom(el).cloneNode(true);
  } else if ($) {
    return $(el).clone(true)[0];
  } else {
    return el.cloneNode(true);
  }
}
function getChildContainingRectFromElement(container, options, ghostEl2) {
  var rect = {};
  Array.from(container.children).forEach(function(child) {
    var _rect$left, _rect$top, _rect$right, _rect$bottom;
    if (!closest(child, options.draggable, container, false) || child.animated || child === ghostEl2) return;
    var childRect = getRect(child);
    rect.left = Math.min((_rect$left = rect.left) !== null && _rect$left !== void 0 ? _rect$left : Infinity, childRect.left);
    rect.top = Math.min((_rect$top = rect.top) !== null && _rect$top !== void 0 ? _rect$top : Infinity, childRect.top);
    rect.right = Math.max((_rect$right = rect.right) !== null && _rect$right !== void 0 ? _rect$right : -Infinity, childRect.right);
    rect.bottom = Math.max((_rect$bottom = rect.bottom) !== null && _rect$bottom !== void 0 ? _rect$bottom : -Infinity, childRect.bottom);
  });
  rect.width = rect.right - rect.left;
  rect.height = rect.bottom - rect.top;
  rect.x = rect.left;
  rect.y = rect.top;
  return rect;
}
var expando = "Sortable" + (/* @__PURE__ */ new Date()).getTime();
function AnimationStateManager() {
  var animationStates = [], animationCallbackId;
  return {
    captureAnimationState: function captureAnimationState() {
      animationStates = [];
      if (!this.options.animation) return;
      var children = [].slice.call(this.el.children);
      children.forEach(function(child) {
        if (css(child, "display") === "none" || child === Sortable.ghost) return;
        animationStates.push({
          target: child,
          rect: getRect(child)
        });
        var fromRect = _objectSpread2({}, animationStates[animationStates.length - 1].rect);
        if (child.thisAnimationDuration) {
          var childMatrix = matrix(child, true);
          if (childMatrix) {
            fromRect.top -= childMatrix.f;
            fromRect.left -= childMatrix.e;
          }
        }
        child.fromRect = fromRect;
      });
    },
    addAnimationState: function addAnimationState(state) {
      animationStates.push(state);
    },
    removeAnimationState: function removeAnimationState(target) {
      animationStates.splice(indexOfObject(animationStates, {
        target
      }), 1);
    },
    animateAll: function animateAll(callback) {
      var _this = this;
      if (!this.options.animation) {
        clearTimeout(animationCallbackId);
        if (typeof callback === "function") callback();
        return;
      }
      var animating = false, animationTime = 0;
      animationStates.forEach(function(state) {
        var time = 0, target = state.target, fromRect = target.fromRect, toRect = getRect(target), prevFromRect = target.prevFromRect, prevToRect = target.prevToRect, animatingRect = state.rect, targetMatrix = matrix(target, true);
        if (targetMatrix) {
          toRect.top -= targetMatrix.f;
          toRect.left -= targetMatrix.e;
        }
        target.toRect = toRect;
        if (target.thisAnimationDuration) {
          if (isRectEqual(prevFromRect, toRect) && !isRectEqual(fromRect, toRect) && // Make sure animatingRect is on line between toRect & fromRect
          (animatingRect.top - toRect.top) / (animatingRect.left - toRect.left) === (fromRect.top - toRect.top) / (fromRect.left - toRect.left)) {
            time = calculateRealTime(animatingRect, prevFromRect, prevToRect, _this.options);
          }
        }
        if (!isRectEqual(toRect, fromRect)) {
          target.prevFromRect = fromRect;
          target.prevToRect = toRect;
          if (!time) {
            time = _this.options.animation;
          }
          _this.animate(target, animatingRect, toRect, time);
        }
        if (time) {
          animating = true;
          animationTime = Math.max(animationTime, time);
          clearTimeout(target.animationResetTimer);
          target.animationResetTimer = setTimeout(function() {
            target.animationTime = 0;
            target.prevFromRect = null;
            target.fromRect = null;
            target.prevToRect = null;
            target.thisAnimationDuration = null;
          }, time);
          target.thisAnimationDuration = time;
        }
      });
      clearTimeout(animationCallbackId);
      if (!animating) {
        if (typeof callback === "function") callback();
      } else {
        animationCallbackId = setTimeout(function() {
          if (typeof callback === "function") callback();
        }, animationTime);
      }
      animationStates = [];
    },
    animate: function animate(target, currentRect, toRect, duration) {
      if (duration) {
        css(target, "transition", "");
        css(target, "transform", "");
        var elMatrix = matrix(this.el), scaleX = elMatrix && elMatrix.a, scaleY = elMatrix && elMatrix.d, translateX = (currentRect.left - toRect.left) / (scaleX || 1), translateY = (currentRect.top - toRect.top) / (scaleY || 1);
        target.animatingX = !!translateX;
        target.animatingY = !!translateY;
        css(target, "transform", "translate3d(" + translateX + "px," + translateY + "px,0)");
        this.forRepaintDummy = repaint(target);
        css(target, "transition", "transform " + duration + "ms" + (this.options.easing ? " " + this.options.easing : ""));
        css(target, "transform", "translate3d(0,0,0)");
        typeof target.animated === "number" && clearTimeout(target.animated);
        target.animated = setTimeout(function() {
          css(target, "transition", "");
          css(target, "transform", "");
          target.animated = false;
          target.animatingX = false;
          target.animatingY = false;
        }, duration);
      }
    }
  };
}
function repaint(target) {
  return target.offsetWidth;
}
function calculateRealTime(animatingRect, fromRect, toRect, options) {
  return Math.sqrt(Math.pow(fromRect.top - animatingRect.top, 2) + Math.pow(fromRect.left - animatingRect.left, 2)) / Math.sqrt(Math.pow(fromRect.top - toRect.top, 2) + Math.pow(fromRect.left - toRect.left, 2)) * options.animation;
}
var plugins = [];
var defaults = {
  initializeByDefault: true
};
var PluginManager = {
  mount: function mount(plugin) {
    for (var option2 in defaults) {
      if (defaults.hasOwnProperty(option2) && !(option2 in plugin)) {
        plugin[option2] = defaults[option2];
      }
    }
    plugins.forEach(function(p) {
      if (p.pluginName === plugin.pluginName) {
        throw "Sortable: Cannot mount plugin ".concat(plugin.pluginName, " more than once");
      }
    });
    plugins.push(plugin);
  },
  pluginEvent: function pluginEvent(eventName, sortable, evt) {
    var _this = this;
    this.eventCanceled = false;
    evt.cancel = function() {
      _this.eventCanceled = true;
    };
    var eventNameGlobal = eventName + "Global";
    plugins.forEach(function(plugin) {
      if (!sortable[plugin.pluginName]) return;
      if (sortable[plugin.pluginName][eventNameGlobal]) {
        sortable[plugin.pluginName][eventNameGlobal](_objectSpread2({
          sortable
        }, evt));
      }
      if (sortable.options[plugin.pluginName] && sortable[plugin.pluginName][eventName]) {
        sortable[plugin.pluginName][eventName](_objectSpread2({
          sortable
        }, evt));
      }
    });
  },
  initializePlugins: function initializePlugins(sortable, el, defaults2, options) {
    plugins.forEach(function(plugin) {
      var pluginName = plugin.pluginName;
      if (!sortable.options[pluginName] && !plugin.initializeByDefault) return;
      var initialized = new plugin(sortable, el, sortable.options);
      initialized.sortable = sortable;
      initialized.options = sortable.options;
      sortable[pluginName] = initialized;
      _extends(defaults2, initialized.defaults);
    });
    for (var option2 in sortable.options) {
      if (!sortable.options.hasOwnProperty(option2)) continue;
      var modified = this.modifyOption(sortable, option2, sortable.options[option2]);
      if (typeof modified !== "undefined") {
        sortable.options[option2] = modified;
      }
    }
  },
  getEventProperties: function getEventProperties(name, sortable) {
    var eventProperties = {};
    plugins.forEach(function(plugin) {
      if (typeof plugin.eventProperties !== "function") return;
      _extends(eventProperties, plugin.eventProperties.call(sortable[plugin.pluginName], name));
    });
    return eventProperties;
  },
  modifyOption: function modifyOption(sortable, name, value) {
    var modifiedValue;
    plugins.forEach(function(plugin) {
      if (!sortable[plugin.pluginName]) return;
      if (plugin.optionListeners && typeof plugin.optionListeners[name] === "function") {
        modifiedValue = plugin.optionListeners[name].call(sortable[plugin.pluginName], value);
      }
    });
    return modifiedValue;
  }
};
function dispatchEvent(_ref) {
  var sortable = _ref.sortable, rootEl2 = _ref.rootEl, name = _ref.name, targetEl = _ref.targetEl, cloneEl2 = _ref.cloneEl, toEl = _ref.toEl, fromEl = _ref.fromEl, oldIndex2 = _ref.oldIndex, newIndex2 = _ref.newIndex, oldDraggableIndex2 = _ref.oldDraggableIndex, newDraggableIndex2 = _ref.newDraggableIndex, originalEvent = _ref.originalEvent, putSortable2 = _ref.putSortable, extraEventProperties = _ref.extraEventProperties;
  sortable = sortable || rootEl2 && rootEl2[expando];
  if (!sortable) return;
  var evt, options = sortable.options, onName = "on" + name.charAt(0).toUpperCase() + name.substr(1);
  if (window.CustomEvent && !IE11OrLess && !Edge) {
    evt = new CustomEvent(name, {
      bubbles: true,
      cancelable: true
    });
  } else {
    evt = document.createEvent("Event");
    evt.initEvent(name, true, true);
  }
  evt.to = toEl || rootEl2;
  evt.from = fromEl || rootEl2;
  evt.item = targetEl || rootEl2;
  evt.clone = cloneEl2;
  evt.oldIndex = oldIndex2;
  evt.newIndex = newIndex2;
  evt.oldDraggableIndex = oldDraggableIndex2;
  evt.newDraggableIndex = newDraggableIndex2;
  evt.originalEvent = originalEvent;
  evt.pullMode = putSortable2 ? putSortable2.lastPutMode : void 0;
  var allEventProperties = _objectSpread2(_objectSpread2({}, extraEventProperties), PluginManager.getEventProperties(name, sortable));
  for (var option2 in allEventProperties) {
    evt[option2] = allEventProperties[option2];
  }
  if (rootEl2) {
    rootEl2.dispatchEvent(evt);
  }
  if (options[onName]) {
    options[onName].call(sortable, evt);
  }
}
var _excluded = ["evt"];
var pluginEvent2 = function pluginEvent3(eventName, sortable) {
  var _ref = arguments.length > 2 && arguments[2] !== void 0 ? arguments[2] : {}, originalEvent = _ref.evt, data = _objectWithoutProperties(_ref, _excluded);
  PluginManager.pluginEvent.bind(Sortable)(eventName, sortable, _objectSpread2({
    dragEl,
    parentEl,
    ghostEl,
    rootEl,
    nextEl,
    lastDownEl,
    cloneEl,
    cloneHidden,
    dragStarted: moved,
    putSortable,
    activeSortable: Sortable.active,
    originalEvent,
    oldIndex,
    oldDraggableIndex,
    newIndex,
    newDraggableIndex,
    hideGhostForTarget: _hideGhostForTarget,
    unhideGhostForTarget: _unhideGhostForTarget,
    cloneNowHidden: function cloneNowHidden() {
      cloneHidden = true;
    },
    cloneNowShown: function cloneNowShown() {
      cloneHidden = false;
    },
    dispatchSortableEvent: function dispatchSortableEvent(name) {
      _dispatchEvent({
        sortable,
        name,
        originalEvent
      });
    }
  }, data));
};
function _dispatchEvent(info) {
  dispatchEvent(_objectSpread2({
    putSortable,
    cloneEl,
    targetEl: dragEl,
    rootEl,
    oldIndex,
    oldDraggableIndex,
    newIndex,
    newDraggableIndex
  }, info));
}
var dragEl;
var parentEl;
var ghostEl;
var rootEl;
var nextEl;
var lastDownEl;
var cloneEl;
var cloneHidden;
var oldIndex;
var newIndex;
var oldDraggableIndex;
var newDraggableIndex;
var activeGroup;
var putSortable;
var awaitingDragStarted = false;
var ignoreNextClick = false;
var sortables = [];
var tapEvt;
var touchEvt;
var lastDx;
var lastDy;
var tapDistanceLeft;
var tapDistanceTop;
var moved;
var lastTarget;
var lastDirection;
var pastFirstInvertThresh = false;
var isCircumstantialInvert = false;
var targetMoveDistance;
var ghostRelativeParent;
var ghostRelativeParentInitialScroll = [];
var _silent = false;
var savedInputChecked = [];
var documentExists = typeof document !== "undefined";
var PositionGhostAbsolutely = IOS;
var CSSFloatProperty = Edge || IE11OrLess ? "cssFloat" : "float";
var supportDraggable = documentExists && !ChromeForAndroid && !IOS && "draggable" in document.createElement("div");
var supportCssPointerEvents = (function() {
  if (!documentExists) return;
  if (IE11OrLess) {
    return false;
  }
  var el = document.createElement("x");
  el.style.cssText = "pointer-events:auto";
  return el.style.pointerEvents === "auto";
})();
var _detectDirection = function _detectDirection2(el, options) {
  var elCSS = css(el), elWidth = parseInt(elCSS.width) - parseInt(elCSS.paddingLeft) - parseInt(elCSS.paddingRight) - parseInt(elCSS.borderLeftWidth) - parseInt(elCSS.borderRightWidth), child1 = getChild(el, 0, options), child2 = getChild(el, 1, options), firstChildCSS = child1 && css(child1), secondChildCSS = child2 && css(child2), firstChildWidth = firstChildCSS && parseInt(firstChildCSS.marginLeft) + parseInt(firstChildCSS.marginRight) + getRect(child1).width, secondChildWidth = secondChildCSS && parseInt(secondChildCSS.marginLeft) + parseInt(secondChildCSS.marginRight) + getRect(child2).width;
  if (elCSS.display === "flex") {
    return elCSS.flexDirection === "column" || elCSS.flexDirection === "column-reverse" ? "vertical" : "horizontal";
  }
  if (elCSS.display === "grid") {
    return elCSS.gridTemplateColumns.split(" ").length <= 1 ? "vertical" : "horizontal";
  }
  if (child1 && firstChildCSS["float"] && firstChildCSS["float"] !== "none") {
    var touchingSideChild2 = firstChildCSS["float"] === "left" ? "left" : "right";
    return child2 && (secondChildCSS.clear === "both" || secondChildCSS.clear === touchingSideChild2) ? "vertical" : "horizontal";
  }
  return child1 && (firstChildCSS.display === "block" || firstChildCSS.display === "flex" || firstChildCSS.display === "table" || firstChildCSS.display === "grid" || firstChildWidth >= elWidth && elCSS[CSSFloatProperty] === "none" || child2 && elCSS[CSSFloatProperty] === "none" && firstChildWidth + secondChildWidth > elWidth) ? "vertical" : "horizontal";
};
var _dragElInRowColumn = function _dragElInRowColumn2(dragRect, targetRect, vertical) {
  var dragElS1Opp = vertical ? dragRect.left : dragRect.top, dragElS2Opp = vertical ? dragRect.right : dragRect.bottom, dragElOppLength = vertical ? dragRect.width : dragRect.height, targetS1Opp = vertical ? targetRect.left : targetRect.top, targetS2Opp = vertical ? targetRect.right : targetRect.bottom, targetOppLength = vertical ? targetRect.width : targetRect.height;
  return dragElS1Opp === targetS1Opp || dragElS2Opp === targetS2Opp || dragElS1Opp + dragElOppLength / 2 === targetS1Opp + targetOppLength / 2;
};
var _detectNearestEmptySortable = function _detectNearestEmptySortable2(x, y) {
  var ret;
  sortables.some(function(sortable) {
    var threshold = sortable[expando].options.emptyInsertThreshold;
    if (!threshold || lastChild(sortable)) return;
    var rect = getRect(sortable), insideHorizontally = x >= rect.left - threshold && x <= rect.right + threshold, insideVertically = y >= rect.top - threshold && y <= rect.bottom + threshold;
    if (insideHorizontally && insideVertically) {
      return ret = sortable;
    }
  });
  return ret;
};
var _prepareGroup = function _prepareGroup2(options) {
  function toFn(value, pull) {
    return function(to, from, dragEl2, evt) {
      var sameGroup = to.options.group.name && from.options.group.name && to.options.group.name === from.options.group.name;
      if (value == null && (pull || sameGroup)) {
        return true;
      } else if (value == null || value === false) {
        return false;
      } else if (pull && value === "clone") {
        return value;
      } else if (typeof value === "function") {
        return toFn(value(to, from, dragEl2, evt), pull)(to, from, dragEl2, evt);
      } else {
        var otherGroup = (pull ? to : from).options.group.name;
        return value === true || typeof value === "string" && value === otherGroup || value.join && value.indexOf(otherGroup) > -1;
      }
    };
  }
  var group = {};
  var originalGroup = options.group;
  if (!originalGroup || _typeof(originalGroup) != "object") {
    originalGroup = {
      name: originalGroup
    };
  }
  group.name = originalGroup.name;
  group.checkPull = toFn(originalGroup.pull, true);
  group.checkPut = toFn(originalGroup.put);
  group.revertClone = originalGroup.revertClone;
  options.group = group;
};
var _hideGhostForTarget = function _hideGhostForTarget2() {
  if (!supportCssPointerEvents && ghostEl) {
    css(ghostEl, "display", "none");
  }
};
var _unhideGhostForTarget = function _unhideGhostForTarget2() {
  if (!supportCssPointerEvents && ghostEl) {
    css(ghostEl, "display", "");
  }
};
if (documentExists && !ChromeForAndroid) {
  document.addEventListener("click", function(evt) {
    if (ignoreNextClick) {
      evt.preventDefault();
      evt.stopPropagation && evt.stopPropagation();
      evt.stopImmediatePropagation && evt.stopImmediatePropagation();
      ignoreNextClick = false;
      return false;
    }
  }, true);
}
var nearestEmptyInsertDetectEvent = function nearestEmptyInsertDetectEvent2(evt) {
  if (dragEl) {
    evt = evt.touches ? evt.touches[0] : evt;
    var nearest = _detectNearestEmptySortable(evt.clientX, evt.clientY);
    if (nearest) {
      var event = {};
      for (var i in evt) {
        if (evt.hasOwnProperty(i)) {
          event[i] = evt[i];
        }
      }
      event.target = event.rootEl = nearest;
      event.preventDefault = void 0;
      event.stopPropagation = void 0;
      nearest[expando]._onDragOver(event);
    }
  }
};
var _checkOutsideTargetEl = function _checkOutsideTargetEl2(evt) {
  if (dragEl) {
    dragEl.parentNode[expando]._isOutsideThisEl(evt.target);
  }
};
function Sortable(el, options) {
  if (!(el && el.nodeType && el.nodeType === 1)) {
    throw "Sortable: `el` must be an HTMLElement, not ".concat({}.toString.call(el));
  }
  this.el = el;
  this.options = options = _extends({}, options);
  el[expando] = this;
  var defaults2 = {
    group: null,
    sort: true,
    disabled: false,
    store: null,
    handle: null,
    draggable: /^[uo]l$/i.test(el.nodeName) ? ">li" : ">*",
    swapThreshold: 1,
    // percentage; 0 <= x <= 1
    invertSwap: false,
    // invert always
    invertedSwapThreshold: null,
    // will be set to same as swapThreshold if default
    removeCloneOnHide: true,
    direction: function direction() {
      return _detectDirection(el, this.options);
    },
    ghostClass: "sortable-ghost",
    chosenClass: "sortable-chosen",
    dragClass: "sortable-drag",
    ignore: "a, img",
    filter: null,
    preventOnFilter: true,
    animation: 0,
    easing: null,
    setData: function setData(dataTransfer, dragEl2) {
      dataTransfer.setData("Text", dragEl2.textContent);
    },
    dropBubble: false,
    dragoverBubble: false,
    dataIdAttr: "data-id",
    delay: 0,
    delayOnTouchOnly: false,
    touchStartThreshold: (Number.parseInt ? Number : window).parseInt(window.devicePixelRatio, 10) || 1,
    forceFallback: false,
    fallbackClass: "sortable-fallback",
    fallbackOnBody: false,
    fallbackTolerance: 0,
    fallbackOffset: {
      x: 0,
      y: 0
    },
    // Disabled on Safari: #1571; Enabled on Safari IOS: #2244
    supportPointer: Sortable.supportPointer !== false && "PointerEvent" in window && (!Safari || IOS),
    emptyInsertThreshold: 5
  };
  PluginManager.initializePlugins(this, el, defaults2);
  for (var name in defaults2) {
    !(name in options) && (options[name] = defaults2[name]);
  }
  _prepareGroup(options);
  for (var fn in this) {
    if (fn.charAt(0) === "_" && typeof this[fn] === "function") {
      this[fn] = this[fn].bind(this);
    }
  }
  this.nativeDraggable = options.forceFallback ? false : supportDraggable;
  if (this.nativeDraggable) {
    this.options.touchStartThreshold = 1;
  }
  if (options.supportPointer) {
    on(el, "pointerdown", this._onTapStart);
  } else {
    on(el, "mousedown", this._onTapStart);
    on(el, "touchstart", this._onTapStart);
  }
  if (this.nativeDraggable) {
    on(el, "dragover", this);
    on(el, "dragenter", this);
  }
  sortables.push(this.el);
  options.store && options.store.get && this.sort(options.store.get(this) || []);
  _extends(this, AnimationStateManager());
}
Sortable.prototype = /** @lends Sortable.prototype */
{
  constructor: Sortable,
  _isOutsideThisEl: function _isOutsideThisEl(target) {
    if (!this.el.contains(target) && target !== this.el) {
      lastTarget = null;
    }
  },
  _getDirection: function _getDirection(evt, target) {
    return typeof this.options.direction === "function" ? this.options.direction.call(this, evt, target, dragEl) : this.options.direction;
  },
  _onTapStart: function _onTapStart(evt) {
    if (!evt.cancelable) return;
    var _this = this, el = this.el, options = this.options, preventOnFilter = options.preventOnFilter, type = evt.type, touch = evt.touches && evt.touches[0] || evt.pointerType && evt.pointerType === "touch" && evt, target = (touch || evt).target, originalTarget = evt.target.shadowRoot && (evt.path && evt.path[0] || evt.composedPath && evt.composedPath()[0]) || target, filter = options.filter;
    _saveInputCheckedState(el);
    if (dragEl) {
      return;
    }
    if (/mousedown|pointerdown/.test(type) && evt.button !== 0 || options.disabled) {
      return;
    }
    if (originalTarget.isContentEditable) {
      return;
    }
    if (!this.nativeDraggable && Safari && target && target.tagName.toUpperCase() === "SELECT") {
      return;
    }
    target = closest(target, options.draggable, el, false);
    if (target && target.animated) {
      return;
    }
    if (lastDownEl === target) {
      return;
    }
    oldIndex = index(target);
    oldDraggableIndex = index(target, options.draggable);
    if (typeof filter === "function") {
      if (filter.call(this, evt, target, this)) {
        _dispatchEvent({
          sortable: _this,
          rootEl: originalTarget,
          name: "filter",
          targetEl: target,
          toEl: el,
          fromEl: el
        });
        pluginEvent2("filter", _this, {
          evt
        });
        preventOnFilter && evt.preventDefault();
        return;
      }
    } else if (filter) {
      filter = filter.split(",").some(function(criteria) {
        criteria = closest(originalTarget, criteria.trim(), el, false);
        if (criteria) {
          _dispatchEvent({
            sortable: _this,
            rootEl: criteria,
            name: "filter",
            targetEl: target,
            fromEl: el,
            toEl: el
          });
          pluginEvent2("filter", _this, {
            evt
          });
          return true;
        }
      });
      if (filter) {
        preventOnFilter && evt.preventDefault();
        return;
      }
    }
    if (options.handle && !closest(originalTarget, options.handle, el, false)) {
      return;
    }
    this._prepareDragStart(evt, touch, target);
  },
  _prepareDragStart: function _prepareDragStart(evt, touch, target) {
    var _this = this, el = _this.el, options = _this.options, ownerDocument = el.ownerDocument, dragStartFn;
    if (target && !dragEl && target.parentNode === el) {
      var dragRect = getRect(target);
      rootEl = el;
      dragEl = target;
      parentEl = dragEl.parentNode;
      nextEl = dragEl.nextSibling;
      lastDownEl = target;
      activeGroup = options.group;
      Sortable.dragged = dragEl;
      tapEvt = {
        target: dragEl,
        clientX: (touch || evt).clientX,
        clientY: (touch || evt).clientY
      };
      tapDistanceLeft = tapEvt.clientX - dragRect.left;
      tapDistanceTop = tapEvt.clientY - dragRect.top;
      this._lastX = (touch || evt).clientX;
      this._lastY = (touch || evt).clientY;
      dragEl.style["will-change"] = "all";
      dragStartFn = function dragStartFn2() {
        pluginEvent2("delayEnded", _this, {
          evt
        });
        if (Sortable.eventCanceled) {
          _this._onDrop();
          return;
        }
        _this._disableDelayedDragEvents();
        if (!FireFox && _this.nativeDraggable) {
          dragEl.draggable = true;
        }
        _this._triggerDragStart(evt, touch);
        _dispatchEvent({
          sortable: _this,
          name: "choose",
          originalEvent: evt
        });
        toggleClass(dragEl, options.chosenClass, true);
      };
      options.ignore.split(",").forEach(function(criteria) {
        find(dragEl, criteria.trim(), _disableDraggable);
      });
      on(ownerDocument, "dragover", nearestEmptyInsertDetectEvent);
      on(ownerDocument, "mousemove", nearestEmptyInsertDetectEvent);
      on(ownerDocument, "touchmove", nearestEmptyInsertDetectEvent);
      if (options.supportPointer) {
        on(ownerDocument, "pointerup", _this._onDrop);
        !this.nativeDraggable && on(ownerDocument, "pointercancel", _this._onDrop);
      } else {
        on(ownerDocument, "mouseup", _this._onDrop);
        on(ownerDocument, "touchend", _this._onDrop);
        on(ownerDocument, "touchcancel", _this._onDrop);
      }
      if (FireFox && this.nativeDraggable) {
        this.options.touchStartThreshold = 4;
        dragEl.draggable = true;
      }
      pluginEvent2("delayStart", this, {
        evt
      });
      if (options.delay && (!options.delayOnTouchOnly || touch) && (!this.nativeDraggable || !(Edge || IE11OrLess))) {
        if (Sortable.eventCanceled) {
          this._onDrop();
          return;
        }
        if (options.supportPointer) {
          on(ownerDocument, "pointerup", _this._disableDelayedDrag);
          on(ownerDocument, "pointercancel", _this._disableDelayedDrag);
        } else {
          on(ownerDocument, "mouseup", _this._disableDelayedDrag);
          on(ownerDocument, "touchend", _this._disableDelayedDrag);
          on(ownerDocument, "touchcancel", _this._disableDelayedDrag);
        }
        on(ownerDocument, "mousemove", _this._delayedDragTouchMoveHandler);
        on(ownerDocument, "touchmove", _this._delayedDragTouchMoveHandler);
        options.supportPointer && on(ownerDocument, "pointermove", _this._delayedDragTouchMoveHandler);
        _this._dragStartTimer = setTimeout(dragStartFn, options.delay);
      } else {
        dragStartFn();
      }
    }
  },
  _delayedDragTouchMoveHandler: function _delayedDragTouchMoveHandler(e) {
    var touch = e.touches ? e.touches[0] : e;
    if (Math.max(Math.abs(touch.clientX - this._lastX), Math.abs(touch.clientY - this._lastY)) >= Math.floor(this.options.touchStartThreshold / (this.nativeDraggable && window.devicePixelRatio || 1))) {
      this._disableDelayedDrag();
    }
  },
  _disableDelayedDrag: function _disableDelayedDrag() {
    dragEl && _disableDraggable(dragEl);
    clearTimeout(this._dragStartTimer);
    this._disableDelayedDragEvents();
  },
  _disableDelayedDragEvents: function _disableDelayedDragEvents() {
    var ownerDocument = this.el.ownerDocument;
    off(ownerDocument, "mouseup", this._disableDelayedDrag);
    off(ownerDocument, "touchend", this._disableDelayedDrag);
    off(ownerDocument, "touchcancel", this._disableDelayedDrag);
    off(ownerDocument, "pointerup", this._disableDelayedDrag);
    off(ownerDocument, "pointercancel", this._disableDelayedDrag);
    off(ownerDocument, "mousemove", this._delayedDragTouchMoveHandler);
    off(ownerDocument, "touchmove", this._delayedDragTouchMoveHandler);
    off(ownerDocument, "pointermove", this._delayedDragTouchMoveHandler);
  },
  _triggerDragStart: function _triggerDragStart(evt, touch) {
    touch = touch || evt.pointerType == "touch" && evt;
    if (!this.nativeDraggable || touch) {
      if (this.options.supportPointer) {
        on(document, "pointermove", this._onTouchMove);
      } else if (touch) {
        on(document, "touchmove", this._onTouchMove);
      } else {
        on(document, "mousemove", this._onTouchMove);
      }
    } else {
      on(dragEl, "dragend", this);
      on(rootEl, "dragstart", this._onDragStart);
    }
    try {
      if (document.selection) {
        _nextTick(function() {
          document.selection.empty();
        });
      } else {
        window.getSelection().removeAllRanges();
      }
    } catch (err) {
    }
  },
  _dragStarted: function _dragStarted(fallback, evt) {
    awaitingDragStarted = false;
    if (rootEl && dragEl) {
      pluginEvent2("dragStarted", this, {
        evt
      });
      if (this.nativeDraggable) {
        on(document, "dragover", _checkOutsideTargetEl);
      }
      var options = this.options;
      !fallback && toggleClass(dragEl, options.dragClass, false);
      toggleClass(dragEl, options.ghostClass, true);
      Sortable.active = this;
      fallback && this._appendGhost();
      _dispatchEvent({
        sortable: this,
        name: "start",
        originalEvent: evt
      });
    } else {
      this._nulling();
    }
  },
  _emulateDragOver: function _emulateDragOver() {
    if (touchEvt) {
      this._lastX = touchEvt.clientX;
      this._lastY = touchEvt.clientY;
      _hideGhostForTarget();
      var target = document.elementFromPoint(touchEvt.clientX, touchEvt.clientY);
      var parent = target;
      while (target && target.shadowRoot) {
        target = target.shadowRoot.elementFromPoint(touchEvt.clientX, touchEvt.clientY);
        if (target === parent) break;
        parent = target;
      }
      dragEl.parentNode[expando]._isOutsideThisEl(target);
      if (parent) {
        do {
          if (parent[expando]) {
            var inserted = void 0;
            inserted = parent[expando]._onDragOver({
              clientX: touchEvt.clientX,
              clientY: touchEvt.clientY,
              target,
              rootEl: parent
            });
            if (inserted && !this.options.dragoverBubble) {
              break;
            }
          }
          target = parent;
        } while (parent = getParentOrHost(parent));
      }
      _unhideGhostForTarget();
    }
  },
  _onTouchMove: function _onTouchMove(evt) {
    if (tapEvt) {
      var options = this.options, fallbackTolerance = options.fallbackTolerance, fallbackOffset = options.fallbackOffset, touch = evt.touches ? evt.touches[0] : evt, ghostMatrix = ghostEl && matrix(ghostEl, true), scaleX = ghostEl && ghostMatrix && ghostMatrix.a, scaleY = ghostEl && ghostMatrix && ghostMatrix.d, relativeScrollOffset = PositionGhostAbsolutely && ghostRelativeParent && getRelativeScrollOffset(ghostRelativeParent), dx = (touch.clientX - tapEvt.clientX + fallbackOffset.x) / (scaleX || 1) + (relativeScrollOffset ? relativeScrollOffset[0] - ghostRelativeParentInitialScroll[0] : 0) / (scaleX || 1), dy = (touch.clientY - tapEvt.clientY + fallbackOffset.y) / (scaleY || 1) + (relativeScrollOffset ? relativeScrollOffset[1] - ghostRelativeParentInitialScroll[1] : 0) / (scaleY || 1);
      if (!Sortable.active && !awaitingDragStarted) {
        if (fallbackTolerance && Math.max(Math.abs(touch.clientX - this._lastX), Math.abs(touch.clientY - this._lastY)) < fallbackTolerance) {
          return;
        }
        this._onDragStart(evt, true);
      }
      if (ghostEl) {
        if (ghostMatrix) {
          ghostMatrix.e += dx - (lastDx || 0);
          ghostMatrix.f += dy - (lastDy || 0);
        } else {
          ghostMatrix = {
            a: 1,
            b: 0,
            c: 0,
            d: 1,
            e: dx,
            f: dy
          };
        }
        var cssMatrix = "matrix(".concat(ghostMatrix.a, ",").concat(ghostMatrix.b, ",").concat(ghostMatrix.c, ",").concat(ghostMatrix.d, ",").concat(ghostMatrix.e, ",").concat(ghostMatrix.f, ")");
        css(ghostEl, "webkitTransform", cssMatrix);
        css(ghostEl, "mozTransform", cssMatrix);
        css(ghostEl, "msTransform", cssMatrix);
        css(ghostEl, "transform", cssMatrix);
        lastDx = dx;
        lastDy = dy;
        touchEvt = touch;
      }
      evt.cancelable && evt.preventDefault();
    }
  },
  _appendGhost: function _appendGhost() {
    if (!ghostEl) {
      var container = this.options.fallbackOnBody ? document.body : rootEl, rect = getRect(dragEl, true, PositionGhostAbsolutely, true, container), options = this.options;
      if (PositionGhostAbsolutely) {
        ghostRelativeParent = container;
        while (css(ghostRelativeParent, "position") === "static" && css(ghostRelativeParent, "transform") === "none" && ghostRelativeParent !== document) {
          ghostRelativeParent = ghostRelativeParent.parentNode;
        }
        if (ghostRelativeParent !== document.body && ghostRelativeParent !== document.documentElement) {
          if (ghostRelativeParent === document) ghostRelativeParent = getWindowScrollingElement();
          rect.top += ghostRelativeParent.scrollTop;
          rect.left += ghostRelativeParent.scrollLeft;
        } else {
          ghostRelativeParent = getWindowScrollingElement();
        }
        ghostRelativeParentInitialScroll = getRelativeScrollOffset(ghostRelativeParent);
      }
      ghostEl = dragEl.cloneNode(true);
      toggleClass(ghostEl, options.ghostClass, false);
      toggleClass(ghostEl, options.fallbackClass, true);
      toggleClass(ghostEl, options.dragClass, true);
      css(ghostEl, "transition", "");
      css(ghostEl, "transform", "");
      css(ghostEl, "box-sizing", "border-box");
      css(ghostEl, "margin", 0);
      css(ghostEl, "top", rect.top);
      css(ghostEl, "left", rect.left);
      css(ghostEl, "width", rect.width);
      css(ghostEl, "height", rect.height);
      css(ghostEl, "opacity", "0.8");
      css(ghostEl, "position", PositionGhostAbsolutely ? "absolute" : "fixed");
      css(ghostEl, "zIndex", "100000");
      css(ghostEl, "pointerEvents", "none");
      Sortable.ghost = ghostEl;
      container.appendChild(ghostEl);
      css(ghostEl, "transform-origin", tapDistanceLeft / parseInt(ghostEl.style.width) * 100 + "% " + tapDistanceTop / parseInt(ghostEl.style.height) * 100 + "%");
    }
  },
  _onDragStart: function _onDragStart(evt, fallback) {
    var _this = this;
    var dataTransfer = evt.dataTransfer;
    var options = _this.options;
    pluginEvent2("dragStart", this, {
      evt
    });
    if (Sortable.eventCanceled) {
      this._onDrop();
      return;
    }
    pluginEvent2("setupClone", this);
    if (!Sortable.eventCanceled) {
      cloneEl = clone(dragEl);
      cloneEl.removeAttribute("id");
      cloneEl.draggable = false;
      cloneEl.style["will-change"] = "";
      this._hideClone();
      toggleClass(cloneEl, this.options.chosenClass, false);
      Sortable.clone = cloneEl;
    }
    _this.cloneId = _nextTick(function() {
      pluginEvent2("clone", _this);
      if (Sortable.eventCanceled) return;
      if (!_this.options.removeCloneOnHide) {
        rootEl.insertBefore(cloneEl, dragEl);
      }
      _this._hideClone();
      _dispatchEvent({
        sortable: _this,
        name: "clone"
      });
    });
    !fallback && toggleClass(dragEl, options.dragClass, true);
    if (fallback) {
      ignoreNextClick = true;
      _this._loopId = setInterval(_this._emulateDragOver, 50);
    } else {
      off(document, "mouseup", _this._onDrop);
      off(document, "touchend", _this._onDrop);
      off(document, "touchcancel", _this._onDrop);
      if (dataTransfer) {
        dataTransfer.effectAllowed = "move";
        options.setData && options.setData.call(_this, dataTransfer, dragEl);
      }
      on(document, "drop", _this);
      css(dragEl, "transform", "translateZ(0)");
    }
    awaitingDragStarted = true;
    _this._dragStartId = _nextTick(_this._dragStarted.bind(_this, fallback, evt));
    on(document, "selectstart", _this);
    moved = true;
    window.getSelection().removeAllRanges();
    if (Safari) {
      css(document.body, "user-select", "none");
    }
  },
  // Returns true - if no further action is needed (either inserted or another condition)
  _onDragOver: function _onDragOver(evt) {
    var el = this.el, target = evt.target, dragRect, targetRect, revert, options = this.options, group = options.group, activeSortable = Sortable.active, isOwner = activeGroup === group, canSort = options.sort, fromSortable = putSortable || activeSortable, vertical, _this = this, completedFired = false;
    if (_silent) return;
    function dragOverEvent(name, extra) {
      pluginEvent2(name, _this, _objectSpread2({
        evt,
        isOwner,
        axis: vertical ? "vertical" : "horizontal",
        revert,
        dragRect,
        targetRect,
        canSort,
        fromSortable,
        target,
        completed,
        onMove: function onMove(target2, after2) {
          return _onMove(rootEl, el, dragEl, dragRect, target2, getRect(target2), evt, after2);
        },
        changed
      }, extra));
    }
    function capture() {
      dragOverEvent("dragOverAnimationCapture");
      _this.captureAnimationState();
      if (_this !== fromSortable) {
        fromSortable.captureAnimationState();
      }
    }
    function completed(insertion) {
      dragOverEvent("dragOverCompleted", {
        insertion
      });
      if (insertion) {
        if (isOwner) {
          activeSortable._hideClone();
        } else {
          activeSortable._showClone(_this);
        }
        if (_this !== fromSortable) {
          toggleClass(dragEl, putSortable ? putSortable.options.ghostClass : activeSortable.options.ghostClass, false);
          toggleClass(dragEl, options.ghostClass, true);
        }
        if (putSortable !== _this && _this !== Sortable.active) {
          putSortable = _this;
        } else if (_this === Sortable.active && putSortable) {
          putSortable = null;
        }
        if (fromSortable === _this) {
          _this._ignoreWhileAnimating = target;
        }
        _this.animateAll(function() {
          dragOverEvent("dragOverAnimationComplete");
          _this._ignoreWhileAnimating = null;
        });
        if (_this !== fromSortable) {
          fromSortable.animateAll();
          fromSortable._ignoreWhileAnimating = null;
        }
      }
      if (target === dragEl && !dragEl.animated || target === el && !target.animated) {
        lastTarget = null;
      }
      if (!options.dragoverBubble && !evt.rootEl && target !== document) {
        dragEl.parentNode[expando]._isOutsideThisEl(evt.target);
        !insertion && nearestEmptyInsertDetectEvent(evt);
      }
      !options.dragoverBubble && evt.stopPropagation && evt.stopPropagation();
      return completedFired = true;
    }
    function changed() {
      newIndex = index(dragEl);
      newDraggableIndex = index(dragEl, options.draggable);
      _dispatchEvent({
        sortable: _this,
        name: "change",
        toEl: el,
        newIndex,
        newDraggableIndex,
        originalEvent: evt
      });
    }
    if (evt.preventDefault !== void 0) {
      evt.cancelable && evt.preventDefault();
    }
    target = closest(target, options.draggable, el, true);
    dragOverEvent("dragOver");
    if (Sortable.eventCanceled) return completedFired;
    if (dragEl.contains(evt.target) || target.animated && target.animatingX && target.animatingY || _this._ignoreWhileAnimating === target) {
      return completed(false);
    }
    ignoreNextClick = false;
    if (activeSortable && !options.disabled && (isOwner ? canSort || (revert = parentEl !== rootEl) : putSortable === this || (this.lastPutMode = activeGroup.checkPull(this, activeSortable, dragEl, evt)) && group.checkPut(this, activeSortable, dragEl, evt))) {
      vertical = this._getDirection(evt, target) === "vertical";
      dragRect = getRect(dragEl);
      dragOverEvent("dragOverValid");
      if (Sortable.eventCanceled) return completedFired;
      if (revert) {
        parentEl = rootEl;
        capture();
        this._hideClone();
        dragOverEvent("revert");
        if (!Sortable.eventCanceled) {
          if (nextEl) {
            rootEl.insertBefore(dragEl, nextEl);
          } else {
            rootEl.appendChild(dragEl);
          }
        }
        return completed(true);
      }
      var elLastChild = lastChild(el, options.draggable);
      if (!elLastChild || _ghostIsLast(evt, vertical, this) && !elLastChild.animated) {
        if (elLastChild === dragEl) {
          return completed(false);
        }
        if (elLastChild && el === evt.target) {
          target = elLastChild;
        }
        if (target) {
          targetRect = getRect(target);
        }
        if (_onMove(rootEl, el, dragEl, dragRect, target, targetRect, evt, !!target) !== false) {
          capture();
          if (elLastChild && elLastChild.nextSibling) {
            el.insertBefore(dragEl, elLastChild.nextSibling);
          } else {
            el.appendChild(dragEl);
          }
          parentEl = el;
          changed();
          return completed(true);
        }
      } else if (elLastChild && _ghostIsFirst(evt, vertical, this)) {
        var firstChild = getChild(el, 0, options, true);
        if (firstChild === dragEl) {
          return completed(false);
        }
        target = firstChild;
        targetRect = getRect(target);
        if (_onMove(rootEl, el, dragEl, dragRect, target, targetRect, evt, false) !== false) {
          capture();
          el.insertBefore(dragEl, firstChild);
          parentEl = el;
          changed();
          return completed(true);
        }
      } else if (target.parentNode === el) {
        targetRect = getRect(target);
        var direction = 0, targetBeforeFirstSwap, differentLevel = dragEl.parentNode !== el, differentRowCol = !_dragElInRowColumn(dragEl.animated && dragEl.toRect || dragRect, target.animated && target.toRect || targetRect, vertical), side1 = vertical ? "top" : "left", scrolledPastTop = isScrolledPast(target, "top", "top") || isScrolledPast(dragEl, "top", "top"), scrollBefore = scrolledPastTop ? scrolledPastTop.scrollTop : void 0;
        if (lastTarget !== target) {
          targetBeforeFirstSwap = targetRect[side1];
          pastFirstInvertThresh = false;
          isCircumstantialInvert = !differentRowCol && options.invertSwap || differentLevel;
        }
        direction = _getSwapDirection(evt, target, targetRect, vertical, differentRowCol ? 1 : options.swapThreshold, options.invertedSwapThreshold == null ? options.swapThreshold : options.invertedSwapThreshold, isCircumstantialInvert, lastTarget === target);
        var sibling;
        if (direction !== 0) {
          var dragIndex = index(dragEl);
          do {
            dragIndex -= direction;
            sibling = parentEl.children[dragIndex];
          } while (sibling && (css(sibling, "display") === "none" || sibling === ghostEl));
        }
        if (direction === 0 || sibling === target) {
          return completed(false);
        }
        lastTarget = target;
        lastDirection = direction;
        var nextSibling = target.nextElementSibling, after = false;
        after = direction === 1;
        var moveVector = _onMove(rootEl, el, dragEl, dragRect, target, targetRect, evt, after);
        if (moveVector !== false) {
          if (moveVector === 1 || moveVector === -1) {
            after = moveVector === 1;
          }
          _silent = true;
          setTimeout(_unsilent, 30);
          capture();
          if (after && !nextSibling) {
            el.appendChild(dragEl);
          } else {
            target.parentNode.insertBefore(dragEl, after ? nextSibling : target);
          }
          if (scrolledPastTop) {
            scrollBy(scrolledPastTop, 0, scrollBefore - scrolledPastTop.scrollTop);
          }
          parentEl = dragEl.parentNode;
          if (targetBeforeFirstSwap !== void 0 && !isCircumstantialInvert) {
            targetMoveDistance = Math.abs(targetBeforeFirstSwap - getRect(target)[side1]);
          }
          changed();
          return completed(true);
        }
      }
      if (el.contains(dragEl)) {
        return completed(false);
      }
    }
    return false;
  },
  _ignoreWhileAnimating: null,
  _offMoveEvents: function _offMoveEvents() {
    off(document, "mousemove", this._onTouchMove);
    off(document, "touchmove", this._onTouchMove);
    off(document, "pointermove", this._onTouchMove);
    off(document, "dragover", nearestEmptyInsertDetectEvent);
    off(document, "mousemove", nearestEmptyInsertDetectEvent);
    off(document, "touchmove", nearestEmptyInsertDetectEvent);
  },
  _offUpEvents: function _offUpEvents() {
    var ownerDocument = this.el.ownerDocument;
    off(ownerDocument, "mouseup", this._onDrop);
    off(ownerDocument, "touchend", this._onDrop);
    off(ownerDocument, "pointerup", this._onDrop);
    off(ownerDocument, "pointercancel", this._onDrop);
    off(ownerDocument, "touchcancel", this._onDrop);
    off(document, "selectstart", this);
  },
  _onDrop: function _onDrop(evt) {
    var el = this.el, options = this.options;
    newIndex = index(dragEl);
    newDraggableIndex = index(dragEl, options.draggable);
    pluginEvent2("drop", this, {
      evt
    });
    parentEl = dragEl && dragEl.parentNode;
    newIndex = index(dragEl);
    newDraggableIndex = index(dragEl, options.draggable);
    if (Sortable.eventCanceled) {
      this._nulling();
      return;
    }
    awaitingDragStarted = false;
    isCircumstantialInvert = false;
    pastFirstInvertThresh = false;
    clearInterval(this._loopId);
    clearTimeout(this._dragStartTimer);
    _cancelNextTick(this.cloneId);
    _cancelNextTick(this._dragStartId);
    if (this.nativeDraggable) {
      off(document, "drop", this);
      off(el, "dragstart", this._onDragStart);
    }
    this._offMoveEvents();
    this._offUpEvents();
    if (Safari) {
      css(document.body, "user-select", "");
    }
    css(dragEl, "transform", "");
    if (evt) {
      if (moved) {
        evt.cancelable && evt.preventDefault();
        !options.dropBubble && evt.stopPropagation();
      }
      ghostEl && ghostEl.parentNode && ghostEl.parentNode.removeChild(ghostEl);
      if (rootEl === parentEl || putSortable && putSortable.lastPutMode !== "clone") {
        cloneEl && cloneEl.parentNode && cloneEl.parentNode.removeChild(cloneEl);
      }
      if (dragEl) {
        if (this.nativeDraggable) {
          off(dragEl, "dragend", this);
        }
        _disableDraggable(dragEl);
        dragEl.style["will-change"] = "";
        if (moved && !awaitingDragStarted) {
          toggleClass(dragEl, putSortable ? putSortable.options.ghostClass : this.options.ghostClass, false);
        }
        toggleClass(dragEl, this.options.chosenClass, false);
        _dispatchEvent({
          sortable: this,
          name: "unchoose",
          toEl: parentEl,
          newIndex: null,
          newDraggableIndex: null,
          originalEvent: evt
        });
        if (rootEl !== parentEl) {
          if (newIndex >= 0) {
            _dispatchEvent({
              rootEl: parentEl,
              name: "add",
              toEl: parentEl,
              fromEl: rootEl,
              originalEvent: evt
            });
            _dispatchEvent({
              sortable: this,
              name: "remove",
              toEl: parentEl,
              originalEvent: evt
            });
            _dispatchEvent({
              rootEl: parentEl,
              name: "sort",
              toEl: parentEl,
              fromEl: rootEl,
              originalEvent: evt
            });
            _dispatchEvent({
              sortable: this,
              name: "sort",
              toEl: parentEl,
              originalEvent: evt
            });
          }
          putSortable && putSortable.save();
        } else {
          if (newIndex !== oldIndex) {
            if (newIndex >= 0) {
              _dispatchEvent({
                sortable: this,
                name: "update",
                toEl: parentEl,
                originalEvent: evt
              });
              _dispatchEvent({
                sortable: this,
                name: "sort",
                toEl: parentEl,
                originalEvent: evt
              });
            }
          }
        }
        if (Sortable.active) {
          if (newIndex == null || newIndex === -1) {
            newIndex = oldIndex;
            newDraggableIndex = oldDraggableIndex;
          }
          _dispatchEvent({
            sortable: this,
            name: "end",
            toEl: parentEl,
            originalEvent: evt
          });
          this.save();
        }
      }
    }
    this._nulling();
  },
  _nulling: function _nulling() {
    pluginEvent2("nulling", this);
    rootEl = dragEl = parentEl = ghostEl = nextEl = cloneEl = lastDownEl = cloneHidden = tapEvt = touchEvt = moved = newIndex = newDraggableIndex = oldIndex = oldDraggableIndex = lastTarget = lastDirection = putSortable = activeGroup = Sortable.dragged = Sortable.ghost = Sortable.clone = Sortable.active = null;
    var el = this.el;
    savedInputChecked.forEach(function(checkEl) {
      if (el.contains(checkEl)) {
        checkEl.checked = true;
      }
    });
    savedInputChecked.length = lastDx = lastDy = 0;
  },
  handleEvent: function handleEvent(evt) {
    switch (evt.type) {
      case "drop":
      case "dragend":
        this._onDrop(evt);
        break;
      case "dragenter":
      case "dragover":
        if (dragEl) {
          this._onDragOver(evt);
          _globalDragOver(evt);
        }
        break;
      case "selectstart":
        evt.preventDefault();
        break;
    }
  },
  /**
   * Serializes the item into an array of string.
   * @returns {String[]}
   */
  toArray: function toArray() {
    var order = [], el, children = this.el.children, i = 0, n = children.length, options = this.options;
    for (; i < n; i++) {
      el = children[i];
      if (closest(el, options.draggable, this.el, false)) {
        order.push(el.getAttribute(options.dataIdAttr) || _generateId(el));
      }
    }
    return order;
  },
  /**
   * Sorts the elements according to the array.
   * @param  {String[]}  order  order of the items
   */
  sort: function sort(order, useAnimation) {
    var items = {}, rootEl2 = this.el;
    this.toArray().forEach(function(id, i) {
      var el = rootEl2.children[i];
      if (closest(el, this.options.draggable, rootEl2, false)) {
        items[id] = el;
      }
    }, this);
    useAnimation && this.captureAnimationState();
    order.forEach(function(id) {
      if (items[id]) {
        rootEl2.removeChild(items[id]);
        rootEl2.appendChild(items[id]);
      }
    });
    useAnimation && this.animateAll();
  },
  /**
   * Save the current sorting
   */
  save: function save() {
    var store = this.options.store;
    store && store.set && store.set(this);
  },
  /**
   * For each element in the set, get the first element that matches the selector by testing the element itself and traversing up through its ancestors in the DOM tree.
   * @param   {HTMLElement}  el
   * @param   {String}       [selector]  default: `options.draggable`
   * @returns {HTMLElement|null}
   */
  closest: function closest$1(el, selector) {
    return closest(el, selector || this.options.draggable, this.el, false);
  },
  /**
   * Set/get option
   * @param   {string} name
   * @param   {*}      [value]
   * @returns {*}
   */
  option: function option(name, value) {
    var options = this.options;
    if (value === void 0) {
      return options[name];
    } else {
      var modifiedValue = PluginManager.modifyOption(this, name, value);
      if (typeof modifiedValue !== "undefined") {
        options[name] = modifiedValue;
      } else {
        options[name] = value;
      }
      if (name === "group") {
        _prepareGroup(options);
      }
    }
  },
  /**
   * Destroy
   */
  destroy: function destroy() {
    pluginEvent2("destroy", this);
    var el = this.el;
    el[expando] = null;
    off(el, "mousedown", this._onTapStart);
    off(el, "touchstart", this._onTapStart);
    off(el, "pointerdown", this._onTapStart);
    if (this.nativeDraggable) {
      off(el, "dragover", this);
      off(el, "dragenter", this);
    }
    Array.prototype.forEach.call(el.querySelectorAll("[draggable]"), function(el2) {
      el2.removeAttribute("draggable");
    });
    this._onDrop();
    this._disableDelayedDragEvents();
    sortables.splice(sortables.indexOf(this.el), 1);
    this.el = el = null;
  },
  _hideClone: function _hideClone() {
    if (!cloneHidden) {
      pluginEvent2("hideClone", this);
      if (Sortable.eventCanceled) return;
      css(cloneEl, "display", "none");
      if (this.options.removeCloneOnHide && cloneEl.parentNode) {
        cloneEl.parentNode.removeChild(cloneEl);
      }
      cloneHidden = true;
    }
  },
  _showClone: function _showClone(putSortable2) {
    if (putSortable2.lastPutMode !== "clone") {
      this._hideClone();
      return;
    }
    if (cloneHidden) {
      pluginEvent2("showClone", this);
      if (Sortable.eventCanceled) return;
      if (dragEl.parentNode == rootEl && !this.options.group.revertClone) {
        rootEl.insertBefore(cloneEl, dragEl);
      } else if (nextEl) {
        rootEl.insertBefore(cloneEl, nextEl);
      } else {
        rootEl.appendChild(cloneEl);
      }
      if (this.options.group.revertClone) {
        this.animate(dragEl, cloneEl);
      }
      css(cloneEl, "display", "");
      cloneHidden = false;
    }
  }
};
function _globalDragOver(evt) {
  if (evt.dataTransfer) {
    evt.dataTransfer.dropEffect = "move";
  }
  evt.cancelable && evt.preventDefault();
}
function _onMove(fromEl, toEl, dragEl2, dragRect, targetEl, targetRect, originalEvent, willInsertAfter) {
  var evt, sortable = fromEl[expando], onMoveFn = sortable.options.onMove, retVal;
  if (window.CustomEvent && !IE11OrLess && !Edge) {
    evt = new CustomEvent("move", {
      bubbles: true,
      cancelable: true
    });
  } else {
    evt = document.createEvent("Event");
    evt.initEvent("move", true, true);
  }
  evt.to = toEl;
  evt.from = fromEl;
  evt.dragged = dragEl2;
  evt.draggedRect = dragRect;
  evt.related = targetEl || toEl;
  evt.relatedRect = targetRect || getRect(toEl);
  evt.willInsertAfter = willInsertAfter;
  evt.originalEvent = originalEvent;
  fromEl.dispatchEvent(evt);
  if (onMoveFn) {
    retVal = onMoveFn.call(sortable, evt, originalEvent);
  }
  return retVal;
}
function _disableDraggable(el) {
  el.draggable = false;
}
function _unsilent() {
  _silent = false;
}
function _ghostIsFirst(evt, vertical, sortable) {
  var firstElRect = getRect(getChild(sortable.el, 0, sortable.options, true));
  var childContainingRect = getChildContainingRectFromElement(sortable.el, sortable.options, ghostEl);
  var spacer = 10;
  return vertical ? evt.clientX < childContainingRect.left - spacer || evt.clientY < firstElRect.top && evt.clientX < firstElRect.right : evt.clientY < childContainingRect.top - spacer || evt.clientY < firstElRect.bottom && evt.clientX < firstElRect.left;
}
function _ghostIsLast(evt, vertical, sortable) {
  var lastElRect = getRect(lastChild(sortable.el, sortable.options.draggable));
  var childContainingRect = getChildContainingRectFromElement(sortable.el, sortable.options, ghostEl);
  var spacer = 10;
  return vertical ? evt.clientX > childContainingRect.right + spacer || evt.clientY > lastElRect.bottom && evt.clientX > lastElRect.left : evt.clientY > childContainingRect.bottom + spacer || evt.clientX > lastElRect.right && evt.clientY > lastElRect.top;
}
function _getSwapDirection(evt, target, targetRect, vertical, swapThreshold, invertedSwapThreshold, invertSwap, isLastTarget) {
  var mouseOnAxis = vertical ? evt.clientY : evt.clientX, targetLength = vertical ? targetRect.height : targetRect.width, targetS1 = vertical ? targetRect.top : targetRect.left, targetS2 = vertical ? targetRect.bottom : targetRect.right, invert = false;
  if (!invertSwap) {
    if (isLastTarget && targetMoveDistance < targetLength * swapThreshold) {
      if (!pastFirstInvertThresh && (lastDirection === 1 ? mouseOnAxis > targetS1 + targetLength * invertedSwapThreshold / 2 : mouseOnAxis < targetS2 - targetLength * invertedSwapThreshold / 2)) {
        pastFirstInvertThresh = true;
      }
      if (!pastFirstInvertThresh) {
        if (lastDirection === 1 ? mouseOnAxis < targetS1 + targetMoveDistance : mouseOnAxis > targetS2 - targetMoveDistance) {
          return -lastDirection;
        }
      } else {
        invert = true;
      }
    } else {
      if (mouseOnAxis > targetS1 + targetLength * (1 - swapThreshold) / 2 && mouseOnAxis < targetS2 - targetLength * (1 - swapThreshold) / 2) {
        return _getInsertDirection(target);
      }
    }
  }
  invert = invert || invertSwap;
  if (invert) {
    if (mouseOnAxis < targetS1 + targetLength * invertedSwapThreshold / 2 || mouseOnAxis > targetS2 - targetLength * invertedSwapThreshold / 2) {
      return mouseOnAxis > targetS1 + targetLength / 2 ? 1 : -1;
    }
  }
  return 0;
}
function _getInsertDirection(target) {
  if (index(dragEl) < index(target)) {
    return 1;
  } else {
    return -1;
  }
}
function _generateId(el) {
  var str = el.tagName + el.className + el.src + el.href + el.textContent, i = str.length, sum = 0;
  while (i--) {
    sum += str.charCodeAt(i);
  }
  return sum.toString(36);
}
function _saveInputCheckedState(root) {
  savedInputChecked.length = 0;
  var inputs = root.getElementsByTagName("input");
  var idx = inputs.length;
  while (idx--) {
    var el = inputs[idx];
    el.checked && savedInputChecked.push(el);
  }
}
function _nextTick(fn) {
  return setTimeout(fn, 0);
}
function _cancelNextTick(id) {
  return clearTimeout(id);
}
if (documentExists) {
  on(document, "touchmove", function(evt) {
    if ((Sortable.active || awaitingDragStarted) && evt.cancelable) {
      evt.preventDefault();
    }
  });
}
Sortable.utils = {
  on,
  off,
  css,
  find,
  is: function is(el, selector) {
    return !!closest(el, selector, el, false);
  },
  extend,
  throttle,
  closest,
  toggleClass,
  clone,
  index,
  nextTick: _nextTick,
  cancelNextTick: _cancelNextTick,
  detectDirection: _detectDirection,
  getChild,
  expando
};
Sortable.get = function(element) {
  return element[expando];
};
Sortable.mount = function() {
  for (var _len = arguments.length, plugins2 = new Array(_len), _key = 0; _key < _len; _key++) {
    plugins2[_key] = arguments[_key];
  }
  if (plugins2[0].constructor === Array) plugins2 = plugins2[0];
  plugins2.forEach(function(plugin) {
    if (!plugin.prototype || !plugin.prototype.constructor) {
      throw "Sortable: Mounted plugin must be a constructor function, not ".concat({}.toString.call(plugin));
    }
    if (plugin.utils) Sortable.utils = _objectSpread2(_objectSpread2({}, Sortable.utils), plugin.utils);
    PluginManager.mount(plugin);
  });
};
Sortable.create = function(el, options) {
  return new Sortable(el, options);
};
Sortable.version = version;
var autoScrolls = [];
var scrollEl;
var scrollRootEl;
var scrolling = false;
var lastAutoScrollX;
var lastAutoScrollY;
var touchEvt$1;
var pointerElemChangedInterval;
function AutoScrollPlugin() {
  function AutoScroll() {
    this.defaults = {
      scroll: true,
      forceAutoScrollFallback: false,
      scrollSensitivity: 30,
      scrollSpeed: 10,
      bubbleScroll: true
    };
    for (var fn in this) {
      if (fn.charAt(0) === "_" && typeof this[fn] === "function") {
        this[fn] = this[fn].bind(this);
      }
    }
  }
  AutoScroll.prototype = {
    dragStarted: function dragStarted(_ref) {
      var originalEvent = _ref.originalEvent;
      if (this.sortable.nativeDraggable) {
        on(document, "dragover", this._handleAutoScroll);
      } else {
        if (this.options.supportPointer) {
          on(document, "pointermove", this._handleFallbackAutoScroll);
        } else if (originalEvent.touches) {
          on(document, "touchmove", this._handleFallbackAutoScroll);
        } else {
          on(document, "mousemove", this._handleFallbackAutoScroll);
        }
      }
    },
    dragOverCompleted: function dragOverCompleted(_ref2) {
      var originalEvent = _ref2.originalEvent;
      if (!this.options.dragOverBubble && !originalEvent.rootEl) {
        this._handleAutoScroll(originalEvent);
      }
    },
    drop: function drop3() {
      if (this.sortable.nativeDraggable) {
        off(document, "dragover", this._handleAutoScroll);
      } else {
        off(document, "pointermove", this._handleFallbackAutoScroll);
        off(document, "touchmove", this._handleFallbackAutoScroll);
        off(document, "mousemove", this._handleFallbackAutoScroll);
      }
      clearPointerElemChangedInterval();
      clearAutoScrolls();
      cancelThrottle();
    },
    nulling: function nulling() {
      touchEvt$1 = scrollRootEl = scrollEl = scrolling = pointerElemChangedInterval = lastAutoScrollX = lastAutoScrollY = null;
      autoScrolls.length = 0;
    },
    _handleFallbackAutoScroll: function _handleFallbackAutoScroll(evt) {
      this._handleAutoScroll(evt, true);
    },
    _handleAutoScroll: function _handleAutoScroll(evt, fallback) {
      var _this = this;
      var x = (evt.touches ? evt.touches[0] : evt).clientX, y = (evt.touches ? evt.touches[0] : evt).clientY, elem = document.elementFromPoint(x, y);
      touchEvt$1 = evt;
      if (fallback || this.options.forceAutoScrollFallback || Edge || IE11OrLess || Safari) {
        autoScroll(evt, this.options, elem, fallback);
        var ogElemScroller = getParentAutoScrollElement(elem, true);
        if (scrolling && (!pointerElemChangedInterval || x !== lastAutoScrollX || y !== lastAutoScrollY)) {
          pointerElemChangedInterval && clearPointerElemChangedInterval();
          pointerElemChangedInterval = setInterval(function() {
            var newElem = getParentAutoScrollElement(document.elementFromPoint(x, y), true);
            if (newElem !== ogElemScroller) {
              ogElemScroller = newElem;
              clearAutoScrolls();
            }
            autoScroll(evt, _this.options, newElem, fallback);
          }, 10);
          lastAutoScrollX = x;
          lastAutoScrollY = y;
        }
      } else {
        if (!this.options.bubbleScroll || getParentAutoScrollElement(elem, true) === getWindowScrollingElement()) {
          clearAutoScrolls();
          return;
        }
        autoScroll(evt, this.options, getParentAutoScrollElement(elem, false), false);
      }
    }
  };
  return _extends(AutoScroll, {
    pluginName: "scroll",
    initializeByDefault: true
  });
}
function clearAutoScrolls() {
  autoScrolls.forEach(function(autoScroll2) {
    clearInterval(autoScroll2.pid);
  });
  autoScrolls = [];
}
function clearPointerElemChangedInterval() {
  clearInterval(pointerElemChangedInterval);
}
var autoScroll = throttle(function(evt, options, rootEl2, isFallback) {
  if (!options.scroll) return;
  var x = (evt.touches ? evt.touches[0] : evt).clientX, y = (evt.touches ? evt.touches[0] : evt).clientY, sens = options.scrollSensitivity, speed = options.scrollSpeed, winScroller = getWindowScrollingElement();
  var scrollThisInstance = false, scrollCustomFn;
  if (scrollRootEl !== rootEl2) {
    scrollRootEl = rootEl2;
    clearAutoScrolls();
    scrollEl = options.scroll;
    scrollCustomFn = options.scrollFn;
    if (scrollEl === true) {
      scrollEl = getParentAutoScrollElement(rootEl2, true);
    }
  }
  var layersOut = 0;
  var currentParent = scrollEl;
  do {
    var el = currentParent, rect = getRect(el), top = rect.top, bottom = rect.bottom, left = rect.left, right = rect.right, width = rect.width, height = rect.height, canScrollX = void 0, canScrollY = void 0, scrollWidth = el.scrollWidth, scrollHeight = el.scrollHeight, elCSS = css(el), scrollPosX = el.scrollLeft, scrollPosY = el.scrollTop;
    if (el === winScroller) {
      canScrollX = width < scrollWidth && (elCSS.overflowX === "auto" || elCSS.overflowX === "scroll" || elCSS.overflowX === "visible");
      canScrollY = height < scrollHeight && (elCSS.overflowY === "auto" || elCSS.overflowY === "scroll" || elCSS.overflowY === "visible");
    } else {
      canScrollX = width < scrollWidth && (elCSS.overflowX === "auto" || elCSS.overflowX === "scroll");
      canScrollY = height < scrollHeight && (elCSS.overflowY === "auto" || elCSS.overflowY === "scroll");
    }
    var vx = canScrollX && (Math.abs(right - x) <= sens && scrollPosX + width < scrollWidth) - (Math.abs(left - x) <= sens && !!scrollPosX);
    var vy = canScrollY && (Math.abs(bottom - y) <= sens && scrollPosY + height < scrollHeight) - (Math.abs(top - y) <= sens && !!scrollPosY);
    if (!autoScrolls[layersOut]) {
      for (var i = 0; i <= layersOut; i++) {
        if (!autoScrolls[i]) {
          autoScrolls[i] = {};
        }
      }
    }
    if (autoScrolls[layersOut].vx != vx || autoScrolls[layersOut].vy != vy || autoScrolls[layersOut].el !== el) {
      autoScrolls[layersOut].el = el;
      autoScrolls[layersOut].vx = vx;
      autoScrolls[layersOut].vy = vy;
      clearInterval(autoScrolls[layersOut].pid);
      if (vx != 0 || vy != 0) {
        scrollThisInstance = true;
        autoScrolls[layersOut].pid = setInterval(function() {
          if (isFallback && this.layer === 0) {
            Sortable.active._onTouchMove(touchEvt$1);
          }
          var scrollOffsetY = autoScrolls[this.layer].vy ? autoScrolls[this.layer].vy * speed : 0;
          var scrollOffsetX = autoScrolls[this.layer].vx ? autoScrolls[this.layer].vx * speed : 0;
          if (typeof scrollCustomFn === "function") {
            if (scrollCustomFn.call(Sortable.dragged.parentNode[expando], scrollOffsetX, scrollOffsetY, evt, touchEvt$1, autoScrolls[this.layer].el) !== "continue") {
              return;
            }
          }
          scrollBy(autoScrolls[this.layer].el, scrollOffsetX, scrollOffsetY);
        }.bind({
          layer: layersOut
        }), 24);
      }
    }
    layersOut++;
  } while (options.bubbleScroll && currentParent !== winScroller && (currentParent = getParentAutoScrollElement(currentParent, false)));
  scrolling = scrollThisInstance;
}, 30);
var drop = function drop2(_ref) {
  var originalEvent = _ref.originalEvent, putSortable2 = _ref.putSortable, dragEl2 = _ref.dragEl, activeSortable = _ref.activeSortable, dispatchSortableEvent = _ref.dispatchSortableEvent, hideGhostForTarget = _ref.hideGhostForTarget, unhideGhostForTarget = _ref.unhideGhostForTarget;
  if (!originalEvent) return;
  var toSortable = putSortable2 || activeSortable;
  hideGhostForTarget();
  var touch = originalEvent.changedTouches && originalEvent.changedTouches.length ? originalEvent.changedTouches[0] : originalEvent;
  var target = document.elementFromPoint(touch.clientX, touch.clientY);
  unhideGhostForTarget();
  if (toSortable && !toSortable.el.contains(target)) {
    dispatchSortableEvent("spill");
    this.onSpill({
      dragEl: dragEl2,
      putSortable: putSortable2
    });
  }
};
function Revert() {
}
Revert.prototype = {
  startIndex: null,
  dragStart: function dragStart(_ref2) {
    var oldDraggableIndex2 = _ref2.oldDraggableIndex;
    this.startIndex = oldDraggableIndex2;
  },
  onSpill: function onSpill(_ref3) {
    var dragEl2 = _ref3.dragEl, putSortable2 = _ref3.putSortable;
    this.sortable.captureAnimationState();
    if (putSortable2) {
      putSortable2.captureAnimationState();
    }
    var nextSibling = getChild(this.sortable.el, this.startIndex, this.options);
    if (nextSibling) {
      this.sortable.el.insertBefore(dragEl2, nextSibling);
    } else {
      this.sortable.el.appendChild(dragEl2);
    }
    this.sortable.animateAll();
    if (putSortable2) {
      putSortable2.animateAll();
    }
  },
  drop
};
_extends(Revert, {
  pluginName: "revertOnSpill"
});
function Remove() {
}
Remove.prototype = {
  onSpill: function onSpill2(_ref4) {
    var dragEl2 = _ref4.dragEl, putSortable2 = _ref4.putSortable;
    var parentSortable = putSortable2 || this.sortable;
    parentSortable.captureAnimationState();
    dragEl2.parentNode && dragEl2.parentNode.removeChild(dragEl2);
    parentSortable.animateAll();
  },
  drop
};
_extends(Remove, {
  pluginName: "removeOnSpill"
});
Sortable.mount(new AutoScrollPlugin());
Sortable.mount(Remove, Revert);
var sortable_esm_default = Sortable;

// src/caseform/widgets/js/kit/sorting.js
var FINGER_MS = 180;
var byHand = () => ({
  animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
  // Pointer events instead of the browser's own dragging: the same by mouse and finger, and
  // JupyterLab does not take part in it.
  forceFallback: true,
  fallbackTolerance: 5,
  delay: FINGER_MS,
  delayOnTouchOnly: true,
  touchStartThreshold: 6,
  // On the page's body, because a panel of JupyterLab would clip what is dragged.
  fallbackOnBody: true
});
var dressDragged = () => sortable_esm_default.ghost?.classList.add("cf");

// src/caseform/widgets/js/return_plan/happened.js
var WIDTH = 240;
var EDGE = 12;
var RING = 8;
var APART = 9;
function happened(shown, words, { withDays }) {
  return h("div", { class: "cf-ladder-happened", key: "happened" }, [
    h("h3", { text: words.happened }),
    h("p", { text: `${shown.sum} ${shown.expected}` }),
    shown.line ? line(shown.line, words["happened-line"]) : null,
    withDays ? h("ul", {}, shown.days.map((day) => h("li", { key: day.key }, [
      h("span", { class: "cf-quiet", text: day.on }),
      h("span", { text: day.text }),
      h("span", { text: day.rating }),
      h("span", { class: "cf-quiet", text: day.words })
    ]))) : null
  ]);
}
function line({ low, high, expected, said }, label) {
  const at = (value) => EDGE + (value - low) / (high - low) * (WIDTH - 2 * EDGE);
  const stacked = /* @__PURE__ */ new Map();
  const highest = Math.max(1, ...said.map((value) => said.filter((other) => other === value).length));
  const base = RING + (highest - 1) * APART + 2;
  const height = base + 18;
  return h("figure", {}, [
    s("svg", { viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, aria: { hidden: "true" } }, [
      s("line", { x1: EDGE, x2: WIDTH - EDGE, y1: base, y2: base, class: "cf-ladder-axis" }),
      [low, high].map((value) => s("text", { x: at(value), y: height - 1, "text-anchor": "middle", text: value })),
      said.map((value, n) => {
        const above = stacked.get(value) ?? 0;
        stacked.set(value, above + 1);
        return s("circle", { key: String(n), cx: at(value), cy: base - above * APART, r: 4, class: "cf-ladder-named" });
      }),
      expected == null ? null : s("circle", { cx: at(expected), cy: base, r: RING, class: "cf-ladder-expected" })
    ]),
    h("figcaption", { class: "cf-quiet", text: label })
  ]);
}

// src/caseform/widgets/js/return_plan/rating.js
function ratings(redraw2) {
  const offers = /* @__PURE__ */ new Map();
  return ({ id, value, given, scale, scales, labels, switches, choose }) => {
    const offered = offers.get(id) ?? given ?? scale;
    const isFaces = offered === "faces-5";
    return h("div", { key: "rating", class: isFaces ? "cf-faces" : "cf-numbers" }, [
      segmented({
        key: offered,
        label: labels[offered],
        showLabel: true,
        options: scales[offered],
        // What was said on another scale is never put on this one.
        chosen: given === offered ? value : null,
        choose: (chosen) => choose(chosen == null ? null : Number(chosen), offered),
        canClear: true,
        wrap: true
      }),
      button(switches[offered], () => {
        offers.set(id, isFaces ? "0-10" : "faces-5");
        redraw2();
      }, {
        look: "quiet",
        key: "scale"
      })
    ]);
  };
}

// src/caseform/widgets/js/return_plan/step.js
function stepForm(context, ask) {
  const { send, draft, redraw: redraw2 } = context;
  const rated = ratings(redraw2);
  const modes = /* @__PURE__ */ new Map();
  let unfolded = null;
  return form;
  function form(step, at, shown, move2) {
    const { words } = shown;
    const about = step.form;
    const edit = (name) => ({ kind: "edit-step", id: step.id, name });
    const entry = (name, label, more = {}) => {
      const named = `return.step.${step.id}.${name}`;
      return field({ name: named, label, value: String(about[name] ?? ""), draft: draft(named), send, intent: edit(name), ...more });
    };
    const choice = (name, label, options) => segmented({ key: name, label, showLabel: true, options, chosen: about[name], choose: (value) => send({ ...edit(name), value }), canClear: true, wrap: true });
    const isAll = unfolded === step.id;
    return h("div", { class: "cf-stack cf-ladder-form", key: "form" }, [
      entry("words", words.words, { rows: 2 }),
      rating(step, shown, edit("predicted")),
      entry("helps", words.helps, { hint: words["helps-hint"] }),
      choice("reaches", words.reaches, words.far),
      lessons(step, words),
      about.share ? tick({ key: "share", text: about.share, checked: about.is_shared, change: (on2) => send({ kind: "share-step", id: step.id, on: on2 }) }) : null,
      step.happened ? happened(step.happened, words, { withDays: isAll }) : null,
      button(isAll ? words.less : words.more, () => {
        unfolded = isAll ? null : step.id;
        redraw2();
      }, {
        look: "quiet",
        icon: isAll ? "up" : "down",
        class: "cf-ladder-more",
        key: "more",
        aria: { expanded: String(isAll) }
      }),
      isAll ? h("div", { class: "cf-stack", key: "all" }, all(step, words, entry, choice)) : null,
      h("div", { class: "cf-row cf-ladder-acts", key: "acts" }, [
        step.is_now || step.is_skipped ? null : button(words["make-now"], () => send({ kind: "current", id: step.id }), { key: "now" }),
        button(words.split, () => split(step, words), { look: "quiet", key: "split" }),
        button(step.is_skipped ? words.unskip : words.skip, () => send({ kind: "skip-step", id: step.id, on: !step.is_skipped }), { look: "quiet", key: "skip" }),
        button(words.remove, () => send({ kind: "remove-step", id: step.id }), { look: "quiet", key: "remove" }),
        h("span", { class: "cf-push" }),
        button(words.up, () => move2(at - 1), { look: "quiet", icon: "up", iconOnly: true, disabled: at === 0, key: "up" }),
        button(words.down, () => move2(at + 1), { look: "quiet", icon: "down", iconOnly: true, disabled: at === shown.steps.length - 1, key: "down" })
      ])
    ]);
  }
  function rating(step, { words, scale }, intent) {
    return rated({
      id: step.id,
      value: step.form.predicted,
      given: step.form.scale,
      scale,
      scales: words.scales,
      labels: { "0-10": words.predicted, "faces-5": words["predicted-faces"] },
      switches: { "0-10": words.faces, "faces-5": words.numbers },
      choose: (value, on2) => send({ ...intent, value, scale: on2 })
    });
  }
  function lessons(step, words) {
    const { week: days, lessons: count } = step.form;
    const told = days.some(({ blocks }) => blocks.some(({ on: on2 }) => on2)) ? "chosen" : count ? "some" : null;
    const mode = modes.get(step.id) ?? told ?? "none";
    const named = `return.step.${step.id}.lessons`;
    return h("div", { class: "cf-stack", key: "lessons" }, [
      segmented({
        label: words.lessons,
        showLabel: true,
        options: ["none", "some", "chosen"].map((id) => ({ id, text: words[`lessons-${id}`] })),
        chosen: mode,
        choose: (id) => {
          modes.set(step.id, id);
          if (id === "none" && told) send({ kind: "step-lessons", id: step.id, value: 0 });
          redraw2();
        }
      }),
      mode === "some" ? field({ name: named, label: words["lessons-count"], value: String(count), draft: draft(named), send, inputmode: "numeric", intent: { kind: "step-lessons", id: step.id } }) : null,
      mode === "chosen" ? week(step, words) : null
    ]);
  }
  function week(step, words) {
    const days = step.form.week;
    if (!days.length) return h("p", { class: "cf-quiet", text: words["no-timetable"] });
    return h("div", { class: "cf-ladder-week", role: "group", aria: { label: words.lessons } }, days.map(
      ({ key, name, blocks }) => h("div", { key }, [
        h("div", { class: "cf-quiet", text: name, aria: { hidden: "true" } }),
        blocks.map(
          ({ id, time, text, label, on: on2 }) => h("button", {
            type: "button",
            key: id,
            class: "cf-ladder-lesson",
            aria: { pressed: on2, label },
            on: { click: () => has(step, "blocks", id, !on2) }
          }, [h("small", { text: time }), h("span", { text })])
        )
      ])
    ));
  }
  function all(step, words, entry, choice) {
    const about = step.form;
    return [
      h("div", { class: "cf-ladder-two", key: "numbers" }, [
        entry("minutes", words.minutes, { inputmode: "numeric" }),
        entry("at_least_days", words.days, { inputmode: "numeric", hint: words["days-hint"] })
      ]),
      choice("kind", words.kind, words.kinds),
      choice("asks", words.asks, words.demands),
      h("div", { key: "moments" }, [
        h("div", { class: "cf-field-label", text: words.moments, aria: { hidden: "true" } }),
        h("div", { class: "cf-ladder-ticks", role: "group", aria: { label: words.moments } }, words.places.map(
          ({ id, text }) => tick({ key: id, text, checked: about.moments.includes(id), change: (on2) => has(step, "moments", id, on2) })
        )),
        about.moments.length ? entry("with_whom", words["with-whom"], { placeholder: words["with-whom-hint"] }) : null
      ]),
      tick({ key: "first", text: words["first-time"], hint: words["first-time-hint"], checked: about.is_first_time, change: (on2) => send({ kind: "edit-step", id: step.id, name: "is_first_time", value: on2 || null }) }),
      ["chosen_by", "factors", "goals"].map((name) => behind(step, name, words[name.replace("_", "-")], words["none-yet"]))
    ];
  }
  function behind(step, name, label, none) {
    const said = step.form[name].filter(({ on: on2 }) => on2).map(({ text }) => text);
    return popButton({
      key: name,
      label,
      class: "cf-ladder-behind",
      face: () => [h("span", { class: "cf-quiet", text: label }), h("span", { text: said.join(" · ") || none }), icon("down")],
      content: () => ticks(step, name, label, none)
    });
  }
  function ticks(step, name, label, none) {
    const all2 = step.form[name];
    if (!all2.length) return h("p", { class: "cf-quiet", text: none });
    return h("div", { class: "cf-ladder-ticks", role: "group", aria: { label } }, all2.map(
      ({ id, text, on: on2 }) => tick({ key: id, text, checked: on2, change: (next) => has(step, name, id, next) })
    ));
  }
  function has(step, name, one, on2) {
    send({ kind: "step-has", id: step.id, name, one, on: on2 });
  }
  function split(step, words) {
    ask({
      name: "split",
      title: words["split-title"],
      close: words.close,
      act: words["split-do"],
      start: { first: "", second: step.words },
      content: ({ text }) => [
        h("p", { class: "cf-quiet", text: words["split-text"] }),
        text("first", words["split-first"]),
        text("second", words["split-second"])
      ],
      intent: ({ first, second }) => ({ kind: "split-step", id: step.id, first, second })
    });
  }
}

// src/caseform/widgets/js/return_plan/ladder.js
function ladderPart(context, ask) {
  const { send, draft, redraw: redraw2, onEnd } = context;
  const form = stepForm(context, ask);
  let opened = null;
  let dragged = null;
  onEnd(() => dragged?.destroy());
  ladder.open = (id) => {
    opened = id;
  };
  return ladder;
  function ladder(shown) {
    return h("section", { class: "cf-card cf-ladder", key: "ladder" }, [
      h("div", { class: "cf-row" }, [
        h("h2", { text: shown.title }),
        h("span", { class: "cf-push" }),
        shown.seen ? seen(shown.seen) : null
      ]),
      h("p", { class: "cf-quiet", text: shown.hint }),
      shown.empty ? h("p", { class: "cf-empty", text: shown.empty }) : null,
      steps(shown),
      field({ name: "return.new-step", label: shown.add, hint: shown.add_hint, draft: draft("return.new-step"), send, clears: true, intent: { kind: "add-step" } }),
      begin(shown.begin)
    ]);
  }
  function steps(options) {
    const node = h("ol", { class: "cf-ladder-steps" });
    let shown = options;
    node.addEventListener("pointerdown", () => wire(node, () => shown), { capture: true, once: true });
    const update = (next) => {
      shown = next;
      redraw(node, next.steps.map((step, at) => row(step, at, next)));
    };
    update(options);
    return part(node, "ladder", options, update);
  }
  function wire(list, shown) {
    dragged?.destroy();
    dragged = sortable_esm_default.create(list, {
      ...byHand(),
      handle: ".cf-ladder-grip",
      draggable: ".cf-ladder-step",
      ghostClass: "cf-ladder-gap",
      onStart: dressDragged,
      onEnd: ({ item, oldIndex: oldIndex2, newIndex: newIndex2 }) => {
        if (oldIndex2 !== newIndex2) move2(item.dataset.step, newIndex2, shown());
      }
    });
  }
  function move2(id, to, { steps: all }) {
    const others = all.filter((step) => step.id !== id);
    send({ kind: "move-step", id, before: others[to]?.id ?? null });
  }
  function row(step, at, shown) {
    const { words } = shown;
    const isOpen = opened === step.id;
    return h("li", {
      key: step.id,
      data: { step: step.id },
      class: ["cf-ladder-step", step.is_now && "cf-ladder-now", step.done && "cf-ladder-done", step.is_skipped && "cf-ladder-skipped"]
    }, [
      h("div", { class: "cf-ladder-head" }, [
        h("button", {
          type: "button",
          class: "cf-ladder-grip",
          title: step.drag,
          aria: { label: step.drag, keyshortcuts: "ArrowUp ArrowDown" },
          on: { keydown: (event) => byArrow(event, step.id, at, shown) }
        }, icon("grip")),
        h("span", { class: "cf-ladder-dot", aria: { hidden: "true" } }, step.done ? icon("check") : null),
        h("button", {
          type: "button",
          class: "cf-ladder-words",
          aria: { expanded: String(isOpen) },
          on: { click: () => {
            opened = isOpen ? null : step.id;
            redraw2();
          } }
        }, [
          h("span", {}, [
            step.words,
            step.is_now ? h("span", { class: "cf-plan-badge", text: words.now }) : null,
            step.is_skipped ? h("span", { class: "cf-ladder-passed cf-quiet", text: words.skipped }) : null
          ]),
          step.about ? h("small", { class: "cf-quiet", text: step.about }) : null
        ]),
        step.rating ? h("span", { class: "cf-quiet cf-ladder-rating", text: step.rating }) : null
      ]),
      isOpen ? form(step, at, shown, (to) => move2(step.id, to, shown)) : null
    ]);
  }
  function byArrow(event, id, at, shown) {
    const to = { ArrowUp: at - 1, ArrowDown: at + 1 }[event.key];
    if (to === void 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (to >= 0 && to < shown.steps.length) move2(id, to, shown);
  }
  function begin({ label, hint, do: act, ladders }) {
    return popButton({
      key: "begin",
      label,
      class: "cf-ladder-begin",
      face: () => [icon("plus"), label],
      content: (close) => h("div", { class: "cf-stack" }, [
        h("p", { class: "cf-quiet", text: hint }),
        ladders.map((one) => h("section", { class: "cf-ladder-example", key: one.id }, [
          h("h3", { text: one.text }),
          h("ol", {}, one.steps.map((text) => h("li", { text }))),
          h("p", { class: "cf-quiet", text: one.source }),
          button(act, () => {
            close();
            send({ kind: "add-ladder", id: one.id });
          }, { key: "do", aria: { label: `${act}: ${one.text}` } })
        ]))
      ])
    });
  }
  function seen(shown) {
    return popButton({
      key: "seen",
      label: shown.title,
      face: () => [icon("eye"), shown.title],
      content: () => h("div", { class: "cf-stack cf-ladder-seen" }, [
        shown.none ? h("p", { text: shown.none }) : null,
        h("ol", {}, shown.steps.map((step, n) => h("li", { key: String(n), class: step.is_now ? "cf-ladder-now" : null }, [
          h("span", {}, [step.words, step.is_now ? h("span", { class: "cf-plan-badge", text: shown.now }) : null]),
          step.helps ? h("small", { class: "cf-quiet", text: step.helps }) : null
        ]))),
        h("p", { class: "cf-quiet", text: shown.hint })
      ])
    });
  }
}

// src/caseform/widgets/js/return_plan/what_if.js
function whatIfPart({ send, redraw: redraw2 }) {
  let chosen = null;
  let told = {};
  return whatIf;
  function whatIf(shown) {
    if (!shown) return null;
    const { answer } = shown;
    return h("section", { class: "cf-card cf-if", key: "what-if" }, [
      h("h2", { text: shown.title }),
      h("div", { class: "cf-row" }, shown.chips.map(
        ({ id, text }) => chip({ key: id, text, pressed: chosen === id, press: () => choose(id, shown) })
      )),
      chosen ? question(shown) : null,
      chosen && answer?.kind === chosen ? answered(answer) : null
    ]);
  }
  function choose(id, shown) {
    chosen = chosen === id ? null : id;
    const { today } = shown;
    told = chosen === "ill" ? { starts: today, ends: today } : chosen === "receiver" ? { starts: shown.days[0].id, ends: shown.days[0].id } : {};
    if (shown.answer) send({ kind: "drop-what-if" });
    if (chosen === "back" || chosen === "ill") look();
    redraw2();
  }
  function look() {
    send({ kind: "what-if", what: chosen, ...told });
  }
  function tell(name, value, needed) {
    told = { ...told, [name]: value };
    if (needed.every((each) => told[each])) look();
    redraw2();
  }
  function question({ words, days, steps, people, nobody }) {
    const pick = (name, label, options, needed) => select({
      key: name,
      label,
      options: told[name] ? options : [{ id: "", text: words.choose }, ...options],
      chosen: told[name] ?? "",
      choose: (value) => tell(name, value, needed)
    });
    const day = (name, label, needed) => h("label", { class: "cf-field", key: name }, [
      h("span", { class: "cf-field-label", text: label }),
      h("input", {
        type: "date",
        class: "cf-input",
        value: told[name] ?? "",
        // While a year is being typed the browser already tells of the year 2, or 20, or 202.
        on: { change: ({ target }) => (target.value === "" || target.value >= "1900") && tell(name, target.value, needed) }
      })
    ]);
    const both = ["starts", "ends"];
    const parts = {
      ill: () => [day("starts", words.from, both), day("ends", words.until, both)],
      holiday: () => [
        day("starts", words.from, both),
        day("ends", words.until, both),
        h("label", { class: "cf-field", key: "words" }, [
          h("span", { class: "cf-field-label", text: words["what-for"] }),
          h("input", { type: "text", class: "cf-input", autocomplete: "off", value: told.words ?? "", on: { change: (event) => tell("words", event.target.value, both) } })
        ])
      ],
      come: () => [pick("on", words.day, days, ["on"])],
      hold: () => [pick("on", words.until, days, ["on"])],
      back: () => [],
      skip: () => [pick("step", words.step, steps, ["step"])],
      receiver: () => people.length ? [pick("person", words.person, people, ["person"]), pick("starts", words.from, days, ["person"]), pick("ends", words.until, days, ["person"])] : [h("p", { class: "cf-quiet", text: nobody })]
    };
    return h("div", { class: "cf-if-question", key: chosen }, parts[chosen]());
  }
  function answered(answer) {
    return h("div", { class: "cf-if-answer", key: "answer", role: "status" }, [
      h("p", { class: "cf-quiet", text: answer.asked }),
      h("p", {}, h("strong", { text: answer.verdict })),
      answer.reasons.map((one) => reason(one, answer.why)),
      answer.instead.length ? h("div", { class: "cf-row", key: "instead" }, [
        h("span", { text: answer.instead_title }),
        answer.instead.map(({ id, text }) => button(text, () => tell("on", id, ["on"]), { key: id }))
      ]) : null,
      answer.moved_title ? h("p", { key: "moved-title", text: answer.moved_title }) : null,
      answer.moved.length ? h("ul", { class: "cf-if-moved", key: "moved" }, answer.moved.map((one) => h("li", { key: one.key }, [
        h("span", { class: "cf-plan-on", text: one.on }),
        h("span", { class: "cf-quiet", text: one.before }),
        h("span", { class: "cf-quiet", text: `${one.becomes} ` }),
        h("span", { text: one.after })
      ]))) : null,
      h("div", { class: "cf-row", key: "acts" }, [
        answer.keep ? button(answer.keep, () => done("keep-what-if"), { icon: "pencil", key: "keep" }) : null,
        button(answer.drop, () => done("drop-what-if"), { look: "quiet", key: "drop" })
      ])
    ]);
  }
  function reason(one, why) {
    return h("div", { class: "cf-if-reason", key: `${one.rule} ${one.text}` }, [
      h("p", { text: one.text }),
      source(why, [one.source].filter(Boolean), one.text)
    ]);
  }
  function done(kind) {
    chosen = null;
    told = {};
    send({ kind });
    redraw2();
  }
}

// src/caseform/widgets/js/return_plan/plan.js
function planTab(context, ask, who) {
  const { redraw: redraw2 } = context;
  const again = againPart(context);
  const ahead = aheadPart(context);
  const agreeing = agreePart(context, ask);
  const days = daysPart(context, ask, who);
  const how = howPart(context);
  const ladder = ladderPart(context, ask);
  const whatIf = whatIfPart(context);
  let unfolded = false;
  plan.open = (label, step) => {
    unfolded = true;
    how.open(label);
    if (step) ladder.open(step);
  };
  return plan;
  function plan(view) {
    const coming = days(view.days, (written) => agreeing(view.agree, written));
    return [
      who(view.people),
      again(view.again),
      view.days.is_later ? h("div", { class: "cf-stack", key: "not-yet" }, [
        coming,
        button(view.days.for_later, () => {
          unfolded = !unfolded;
          redraw2();
        }, {
          look: "quiet",
          icon: unfolded ? "up" : "down",
          class: "cf-plan-for-later",
          key: "fold",
          aria: { expanded: String(unfolded) }
        }),
        unfolded ? h("div", { class: "cf-plan-columns", key: "later" }, [how(view.how), ladder(view.ladder)]) : null
      ]) : h("div", { class: "cf-plan-columns", key: "columns" }, [
        how(view.how),
        h("div", { class: "cf-stack cf-plan-coming", key: "coming" }, [coming, whatIf(view.what_if), ahead(view.ahead)]),
        ladder(view.ladder)
      ])
    ];
  }
}

// src/caseform/widgets/js/assessment/shared.js
function halfTyped({ view }, start) {
  return Object.keys(view().drafts ?? {}).find((name) => name === start || name.startsWith(`${start}.`));
}

// src/caseform/widgets/js/return_plan/ready.js
function readyTab(context, ask, go) {
  const { send, draft, redraw: redraw2, main } = context;
  const keepFocus = focusKept(main);
  const rows = rowsOneAtATime(redraw2);
  const finding = findingRows(context, ask, go);
  const [, , asked] = halfTyped(context, "return.point")?.split(".") ?? [];
  const [, , weighed] = halfTyped(context, "return.pull")?.split(".") ?? [];
  if (weighed) rows.open(`pull ${weighed}`);
  const worded = new Set(asked ? [asked] : []);
  let sought = asked;
  return { draw, open: rows.open };
  function draw({ findings, ready }) {
    const home = sought && ready.points.groups.find(({ points }) => points.some(({ id }) => id === sought));
    if (home) rows.open(home.id);
    sought = null;
    keepFocus([...findings.rows.map(({ rule, where }) => `${rule} ${where}`), ...ready.aside.rows.map(({ id }) => id)]);
    return h("div", { class: "cf-plan-needs" }, [
      toDo(findings, ready),
      facts2(ready.facts),
      questions(ready, findings.rows),
      pulls(ready),
      aside(ready)
    ]);
  }
  function toDo(shown, { hint, lighter, words }) {
    const hard = shown.rows.filter((one) => one.weight === "hard");
    const rest = shown.rows.filter((one) => one.weight !== "hard" && !one.point);
    return h("section", { class: "cf-card", key: "findings" }, [
      h("h2", { text: shown.title }),
      h("p", { class: "cf-quiet", text: shown.rows.length ? hint : shown.none }),
      hard.map((one) => finding(one, words)),
      rest.length ? h("ul", { class: "cf-plan-folds", key: "rest" }, rows.row("rest", lighter, () => rest.map((one) => finding(one, words)))) : null
    ]);
  }
  function facts2(shown) {
    return h("section", { class: "cf-card", key: "facts" }, [
      h("h2", { text: shown.title }),
      h("div", { class: "cf-plan-facts" }, shown.rows.map((one) => fact(one, shown.answers)))
    ]);
  }
  function fact({ name, kind, label, hint, value }, answers) {
    const intent = { kind: "fact", name };
    if (kind === "choice") {
      return h("div", { key: name }, [
        segmented({ label, showLabel: true, options: answers, chosen: value, choose: (chosen) => send({ ...intent, value: chosen }), canClear: true }),
        h("p", { class: "cf-field-hint", text: hint })
      ]);
    }
    const at = `return.fact.${name}`;
    const more = { date: { type: "date" }, number: { inputmode: "numeric" }, words: { rows: 2 } }[kind];
    return field({ name: at, label, hint, value, draft: draft(at), send, intent, ...more });
  }
  function questions({ points, words }, found) {
    return h("section", { class: "cf-card", key: "points" }, [
      h("h2", { text: points.title }),
      h("p", { class: "cf-quiet", text: points.hint }),
      h("ul", { class: "cf-plan-folds" }, points.groups.map((group) => rows.row(
        group.id,
        [h("strong", { text: group.title }), group.points.length ? h("span", { class: "cf-quiet", text: [group.open, group.mind].filter(Boolean).join(" · ") }) : null],
        () => [
          h("ul", { class: "cf-plan-points", key: "points" }, group.points.map((point) => question(point, points, words, found))),
          group.advice.map((one) => h("div", { key: one.rule, class: "cf-plan-tip" }, [
            h("p", {}, [h("strong", { text: `${points.tip} ` }), one.text]),
            source(words.why, one.sources, one.text)
          ]))
        ]
      )))
    ]);
  }
  function question(point, { answers, more, words: inWords }, words, found) {
    const at = `return.point.${point.id}.words`;
    const isWorded = worded.has(point.id) || Boolean(point.words);
    return h("li", { key: point.id, class: "cf-plan-point" }, [
      h("p", { class: "cf-plan-asked", key: "asked" }, [point.text, point.again ? h("small", { text: point.again }) : null, point.on ? h("small", { class: "cf-quiet", text: point.on }) : null]),
      h("div", { class: "cf-plan-answer", key: "answer" }, [
        segmented({
          key: "yes-no",
          label: point.text,
          options: answers,
          chosen: point.answer,
          choose: (value) => send({ kind: "point", about: point.id, name: "answer", value }),
          canClear: true
        }),
        isWorded ? h("span", { class: "cf-plan-gap", key: "more" }) : button(more, () => {
          worded.add(point.id);
          redraw2();
        }, { look: "quiet", icon: "pencil", iconOnly: true, key: "more", aria: { label: `${more}: ${point.text}` } }),
        source(words.source, point.sources, point.text)
      ]),
      isWorded ? field({ name: at, label: inWords, value: point.words, draft: draft(at), send, intent: { kind: "point", about: point.id, name: "words" } }) : null,
      found.filter((one) => one.point === point.id).map((one) => finding(one, words, true))
    ]);
  }
  function pulls({ pulls: shown, words }) {
    return shown.rows.length ? h("section", { class: "cf-card", key: "pulls" }, [
      h("h2", { text: shown.title }),
      h("p", { class: "cf-quiet", text: shown.hint }),
      h("ul", { class: "cf-plan-folds" }, shown.rows.map((pull) => rows.row(
        `pull ${pull.id}`,
        [h("strong", { text: pull.text }), h("span", { class: "cf-quiet", text: pull.side_words })],
        () => sides(pull, shown, words)
      )))
    ]) : null;
  }
  function sides(pull, shown, words) {
    const at = `return.pull.${pull.id}`;
    return [
      h("dl", { class: "cf-plan-sides", key: "sides" }, pull.sides.map((side, n) => h("div", { key: side.id }, [
        h("dt", { text: pull.options[n].text }),
        h("dd", {}, [h("p", { text: side.text }), source(words.source, side.sources, side.text)])
      ]))),
      segmented({
        label: pull.text,
        options: pull.options,
        chosen: pull.side,
        choose: (value) => send({ kind: "pull", about: pull.id, value }),
        canClear: true
      }),
      field({ name: at, label: shown.why, rows: 2, value: pull.words, draft: draft(at), send, intent: { kind: "pull", about: pull.id } })
    ];
  }
  function aside({ aside: shown, words }) {
    return shown.rows.length ? h("section", { class: "cf-card", key: "aside" }, [
      h("h2", { text: shown.title }),
      h("p", { class: "cf-quiet", text: shown.hint }),
      h("ul", { class: "cf-plan-set-aside" }, shown.rows.map((one) => h("li", { key: one.id }, [
        h("div", { key: "words" }, [
          h("p", { text: one.text }),
          h("p", { class: "cf-quiet", text: [one.reason, one.for].filter(Boolean).join(" · ") })
        ]),
        h("div", { class: "cf-plan-acts", key: "acts" }, [
          source(words.why, one.sources, one.text),
          button(shown.undo, () => send({ kind: "take-back", id: one.id }), { look: "quiet", icon: "undo", key: "undo", aria: { label: `${shown.undo}: ${one.text}` } })
        ])
      ])))
    ]) : null;
  }
}

// src/caseform/widgets/js/return_plan/school_days.js
function schoolDays({ send }, ask) {
  return (shown) => h("div", { class: "cf-school-days", key: "days" }, [
    h("div", { class: "cf-stack", key: "school" }, [
      holidays(shown.holidays),
      rows("free", shown.free, "remove-free-day"),
      rows("special", shown.special, "remove-special-week")
    ]),
    h("div", { class: "cf-stack", key: "people" }, [
      h("section", { key: "can" }, [
        h("h2", { text: shown.can.title }),
        shown.can.empty ? h("p", { class: "cf-empty", text: shown.can.empty }) : week(shown.can.rows)
      ]),
      rows("away", shown.away, "remove-away")
    ])
  ]);
  function holidays({ title, region, rows: all, known }) {
    return h("section", { key: "holidays" }, [
      h("h2", { text: title }),
      h("p", { class: "cf-quiet", text: region }),
      h("ul", { class: "cf-school-rows" }, all.map((one) => h("li", { key: one.id }, [
        h("span", { text: one.what }),
        h("span", { class: "cf-quiet", text: one.when })
      ]))),
      h("p", { class: "cf-quiet", text: known })
    ]);
  }
  function rows(key, { title, empty, rows: all, ask: asked }, kind) {
    return h("section", { key }, [
      h("h2", { text: title }),
      empty ? h("p", { class: "cf-empty", text: empty, key: "empty" }) : null,
      h("ul", { class: "cf-school-rows", key: "rows" }, all.map((one) => h("li", { key: one.id }, [
        h("span", { text: one.what }),
        h("span", { class: "cf-quiet", text: one.when }),
        button(one.remove, () => send({ kind, id: one.id }), { icon: "close", iconOnly: true, look: "quiet", key: "remove" })
      ]))),
      asked.kinds.length ? button(asked.title, () => add(asked), { icon: "plus", key: "add" }) : null
    ]);
  }
  function week(people) {
    return h("ul", { class: "cf-school-rows" }, people.map((one) => h("li", { key: one.id }, [
      h("span", {}, [one.called, " ", h("small", { class: "cf-quiet", text: one.days.label })]),
      weekdaysOf(one, send)
    ])));
  }
  function add(asked) {
    ask({
      name: asked.name,
      title: asked.title,
      close: asked.close,
      act: asked.do,
      start: { what: asked.kinds[0].id, first: "", last: "", words: "" },
      content: ({ values, text, set }) => [
        asked.kinds.length > 4 ? select({ label: asked.what, options: asked.kinds, chosen: values.what, choose: (id) => set("what", id) }) : segmented({ label: asked.what, showLabel: true, options: asked.kinds, chosen: values.what, choose: (id) => set("what", id), wrap: true }),
        h("div", { class: "cf-plan-times", key: "days" }, [
          text("first", asked.first, { type: "date" }),
          text("last", asked.last, { type: "date" })
        ]),
        asked.words ? text("words", asked.words) : null
      ],
      intent: (values) => ({ kind: `add-${asked.name}`, ...values })
    });
  }
}

// src/caseform/widgets/js/return_plan/timetable_read.js
function readingTimetable({ root, onMessage }, ask) {
  let hear = null;
  onMessage("timetable-read", (found) => hear?.(found));
  return (words) => {
    let looked = null;
    let sent = null;
    let isTaking = false;
    const told = ({ text, when, since }) => ({ text, when, since });
    const isLookedAt = (values) => looked === JSON.stringify(told(values));
    const asked = {
      name: "timetable",
      title: words.open,
      close: words.close,
      act: words.look,
      start: { text: "", file: "", when: "replace", since: "", found: null },
      content: ({ values, text, set }) => {
        hear = (found) => {
          looked = sent;
          set("found", found);
          root.querySelector(".cf-timetable-found")?.scrollIntoView({ block: "nearest" });
        };
        asked.act = values.found && isLookedAt(values) ? words.take : words.look;
        return [
          h("p", { class: "cf-quiet", text: words.hint }),
          values.file ? fileRow(values, set) : [text("text", words.text, { rows: 6, heard: () => looked && set("text", values.text) }), chooseFile(values, set)],
          segmented({
            label: words.when,
            showLabel: true,
            options: ["replace", "since"].map((id) => ({ id, text: words[id] })),
            chosen: values.when,
            choose: (id) => set("when", id)
          }),
          values.when === "since" ? text("since", words.day, { type: "date" }) : null,
          values.found && isLookedAt(values) ? preview(values.found) : null
        ];
      },
      intent: (values) => {
        isTaking = isLookedAt(values);
        sent = JSON.stringify(told(values));
        asked.next = isTaking ? void 0 : (now) => now;
        return { kind: isTaking ? "take-timetable" : "read-timetable", ...told(values) };
      }
    };
    ask(asked);
    function fileRow(values, set) {
      return h("div", { class: "cf-row", key: "file" }, [
        h("strong", { text: values.file }),
        button(words["drop-file"], () => {
          values.text = "";
          set("file", "");
        }, { look: "quiet" })
      ]);
    }
    function chooseFile(values, set) {
      const pick = h("input", {
        type: "file",
        hidden: true,
        accept: ".csv,.ics,.txt,.tsv",
        on: {
          change: async ({ target }) => {
            const [file] = target.files;
            if (!file) return;
            values.text = await textOf(file);
            set("file", file.name);
          }
        }
      });
      return h("div", { key: "choose" }, [pick, button(words.file, () => pick.click(), { key: "file" })]);
    }
    function preview({ days, notes }) {
      return h("div", { class: "cf-timetable-found", key: "found", role: "status" }, [
        h("h3", { text: words.found }),
        notes.length ? h("ul", { class: "cf-timetable-notes", key: "notes" }, notes.map((note) => h("li", { text: note }))) : null,
        h("div", { class: "cf-timetable-days", key: "days" }, days.map((day) => h("div", { key: day.name }, [
          h("h4", { text: day.name }),
          h("ul", {}, day.lines.map((line2) => h("li", { text: line2 })))
        ])))
      ]);
    }
  };
}
async function textOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isWide = bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255;
  if (isWide) return new TextDecoder(bytes[0] === 255 ? "utf-16le" : "utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

// src/caseform/widgets/js/return_plan/timetable.js
var ROW_MIN = 5;
function timetableTab(context, ask) {
  const { send, draft, redraw: redraw2 } = context;
  const rated = ratings(redraw2);
  const days = schoolDays(context, ask);
  const read = readingTimetable(context, ask);
  let version2 = "now";
  let week = null;
  return timetable;
  function timetable(shown) {
    const { weeks, versions, form } = shown;
    const now = versions.find(({ id }) => id === version2) ?? versions[0];
    return h("div", { class: "cf-stack cf-timetable", key: "timetable" }, [
      h("section", { class: "cf-plan-timetable", key: "week" }, [
        h("div", { class: "cf-row" }, [
          h("h2", { text: shown.title }),
          h("span", { class: "cf-push" }),
          button(shown.read.open, () => read(shown.read), { key: "read" }),
          button(form.add, () => edit(form), { icon: "plus", key: "add" })
        ]),
        h("p", { class: "cf-quiet", text: shown.hint }),
        versions.length > 1 || weeks ? h("div", { class: "cf-row cf-timetable-which", key: "which" }, which(shown, now)) : null,
        shown.empty ? h("p", { class: "cf-empty", text: shown.empty, key: "empty" }) : grid(shown, now, weeks && (week ?? weeks.shown))
      ]),
      days(shown.days)
    ]);
  }
  function which({ weeks, versions, version: label }, now) {
    const choice = (label2, options, chosen, choose) => segmented({ label: label2, showLabel: true, options, chosen, choose });
    return [
      versions.length > 1 ? choice(label, versions, now.id, (id) => {
        version2 = id;
        redraw2();
      }) : null,
      weeks ? choice(weeks.label, weeks.options, week ?? weeks.shown, (id) => {
        week = id;
        redraw2();
      }) : null,
      weeks ? h("div", { key: "this-week" }, [
        choice(weeks.now.label, weeks.options, weeks.now.chosen, (value) => {
          week = null;
          send({ kind: "a-week", value });
        }),
        weeks.now.hint ? h("p", { class: "cf-field-hint", text: weeks.now.hint }) : null
      ]) : null
    ];
  }
  function grid(shown, { days: all }, cycle) {
    const runs = all.map((day) => ({ ...day, blocks: day.blocks.filter((block) => !block.week || block.week === cycle) }));
    const blocks = runs.flatMap((day) => day.blocks);
    const first = Math.min(...blocks.map(({ from }) => from));
    const last = Math.max(...blocks.map(({ to }) => to));
    const row = (at) => Math.floor((at - first) / ROW_MIN) + 2;
    const place = ({ from, to }) => ({ "--cf-from": row(from), "--cf-to": Math.max(row(to), row(from) + 1) });
    return h("div", { class: "cf-week", key: "grid", style: { "--cf-rows": blocks.length ? row(last) : 1 } }, runs.map(
      (day, at) => h("div", { class: "cf-week-day", key: day.name, style: { "--cf-column": at + 1 } }, [
        h("h3", { text: day.name }),
        h("ul", {}, [
          day.blocks.map((block) => lesson(block, shown, place(block))),
          day.free ? h("li", { class: "cf-week-free", key: "free", style: place(day.free), text: day.free.text }) : null
        ])
      ])
    ));
  }
  function lesson(block, shown, style) {
    const liked = block.liking > 0 ? "liked" : block.liking < 0 ? "disliked" : "plain";
    const about = [block.liking ? shown[liked] : "", block.rated && `${shown.tension} ${block.rated}`, ...block.marks].filter(Boolean);
    return h("li", { key: block.id, style, class: ["cf-week-block", `cf-plan-${liked}`, `cf-week-${block.kind}`] }, popButton({
      key: block.id,
      label: `${block.time} ${block.subject}`,
      face: () => h("span", { class: "cf-plan-lesson" }, [
        h("span", { class: "cf-quiet", text: block.time }),
        h("span", { class: "cf-week-subject", text: block.subject }),
        block.kind !== "break" && about.length ? h("span", { class: "cf-quiet", text: about.join(" · ") }) : null,
        block.in_step ? h("span", { class: "cf-plan-badge", text: shown.in_step }) : null
      ]),
      content: (close) => opened(block, shown, close)
    }));
  }
  function opened(block, shown, close) {
    const own = `return.block.${block.id}.own`;
    return h("div", { class: "cf-stack cf-week-open" }, [
      h("p", {}, [h("strong", { text: `${block.subject} ` }), [block.time, block.detail, ...block.marks, block.until].filter(Boolean).join(" · ")]),
      segmented({
        label: shown.liking.label,
        showLabel: true,
        options: shown.liking.options,
        chosen: block.liking == null ? null : String(block.liking),
        choose: (id) => send({ kind: "like-block", id: block.id, value: id == null ? null : Number(id) }),
        canClear: true,
        wrap: true
      }),
      rated({
        id: block.id,
        value: block.tension == null ? null : String(block.tension),
        given: block.scale,
        scale: shown.scale,
        scales: shown.scales,
        labels: shown.scale_labels,
        switches: shown.scale_switch,
        choose: (value, scale) => send({ kind: "tense-block", id: block.id, value, scale })
      }),
      h("div", { key: "taxing" }, [
        h("div", { class: "cf-field-label", text: shown.taxing, aria: { hidden: "true" } }),
        h("div", { class: "cf-week-taxing", role: "group", aria: { label: shown.taxing } }, moments(block, shown)),
        field({ name: own, label: shown.own, draft: draft(own), send, clears: true, intent: { kind: "tax-block", id: block.id } })
      ]),
      h("div", { class: "cf-row", key: "acts" }, [
        button(shown.edit, () => {
          close();
          edit(shown.form, block);
        }, { key: "edit" }),
        button(shown.remove, () => {
          close();
          send({ kind: "remove-block", id: block.id });
        }, { look: "quiet", key: "remove" })
      ])
    ]);
  }
  function moments(block, shown) {
    const said = new Map(block.taxing.map((one) => [one.text, one]));
    return [.../* @__PURE__ */ new Set([...shown.moments, ...said.keys()])].map((moment) => h("div", { key: moment }, [
      tick({ key: "asks", text: moment, checked: said.has(moment), change: (on2) => send({ kind: "tax-block", id: block.id, one: moment, on: on2 }) }),
      said.has(moment) ? h("div", { class: "cf-week-exempt", key: "exempt" }, tick({ text: shown.exempt, isSwitch: true, checked: said.get(moment).exempt, change: (on2) => send({ kind: "exempt", one: moment, on: on2 }) })) : null
    ]));
  }
  function edit(asked, block) {
    const empty = { weekday: "0", starts: "", ends: "", subject: "", teacher: "", room: "", block_kind: "", week: "" };
    ask({
      name: "block",
      title: block ? block.subject : asked.add,
      close: asked.close,
      act: block ? asked.save : asked.do,
      start: block ? block.told : empty,
      content: ({ values, text, set }) => [
        select({ label: asked.weekday, options: asked.days, chosen: values.weekday, choose: (day) => set("weekday", day) }),
        two("times", text("starts", asked.starts, { placeholder: "8:30" }), text("ends", asked.ends, { placeholder: "9:20" })),
        text("subject", asked.subject),
        two("where", text("teacher", asked.teacher), text("room", asked.room)),
        segmented({ label: asked.kind, showLabel: true, options: asked.kinds, chosen: values.block_kind || null, choose: (id) => set("block_kind", id), canClear: !block }),
        segmented({ label: asked.week, showLabel: true, options: asked.weeks, chosen: values.week, choose: (id) => set("week", id) }),
        block ? two("days", text("since", asked.since, { type: "date" }), text("until", asked.until, { type: "date" })) : null
      ],
      intent: (values) => block ? { kind: "save-block", id: block.id, ...values } : { kind: "add-block", ...values },
      // A week has some thirty lessons: the next one begins where this one ended.
      next: block ? void 0 : (values) => ({ ...empty, weekday: values.weekday, week: values.week, starts: values.ends })
    });
  }
}
function two(key, ...fields) {
  return h("div", { class: "cf-plan-times", key }, fields);
}

// src/caseform/widgets/js/return_plan/ways.js
function waysTab(context, ask, go) {
  const { send, draft, redraw: redraw2, main } = context;
  const keepFocus = focusKept(main);
  const rows = rowsOneAtATime(redraw2);
  const finding = findingRows(context, ask, go);
  const [, , typed] = halfTyped(context, "return.way")?.split(".") ?? [];
  let sought = typed;
  let arriving = null;
  return { draw, open: rows.open };
  function draw({ ways, ready }) {
    const { words } = ways;
    const all = [...ways.weighed.rows, ...ways.measures.weighed];
    const home = sought && all.find(({ id }) => id === sought);
    if (home) rows.open(home.fold);
    sought = null;
    if (all.some(({ fold }) => fold === arriving)) requestAnimationFrame(arrived);
    else keepFocus(all.flatMap(({ id, findings }) => [id, ...findings.map(({ rule }) => rule)]));
    return h("div", { class: "cf-plan-needs" }, [
      h("header", { class: "cf-plan-ways-head", key: "head" }, [
        h("p", { class: "cf-plan-alone" }, [icon("lock"), h("span", { text: ways.alone })]),
        h("div", { class: "cf-row" }, [
          h("p", { class: "cf-plan-letting-go", text: ways.letting_go }),
          source(words.source, ways.letting_go_sources, ways.letting_go)
        ])
      ]),
      ways.findings.map((one) => finding(one, ready.words)),
      h("section", { class: "cf-card", key: "weighed" }, [
        h("h2", { text: ways.weighed.title }),
        ways.weighed.empty ? h("p", { class: "cf-empty", text: ways.weighed.empty }) : h("ul", { class: "cf-plan-folds" }, ways.weighed.rows.map((one) => weighed(one, words, ready.words)))
      ]),
      h("section", { class: "cf-card", key: "options" }, [
        h("h2", { text: ways.options.title }),
        h("p", { class: "cf-quiet", text: ways.options.hint }),
        h("ul", { class: "cf-plan-folds" }, ways.options.rows.map((one) => rows.row(one.id, one.name, () => [about(one, words), weigh(one, words)])))
      ]),
      h("section", { class: "cf-card", key: "measures" }, [
        h("h2", { text: ways.measures.title }),
        h("p", { class: "cf-quiet", text: ways.measures.hint }),
        h("ul", { class: "cf-plan-folds" }, [
          ways.measures.weighed.map((one) => weighed(one, words, ready.words)),
          ways.measures.rows.map((one) => rows.row(one.id, one.name, () => [about(one, words), sides(one, words), weigh(one, words)]))
        ])
      ])
    ]);
  }
  function arrived() {
    arriving = null;
    const there = main.querySelector(".cf-plan-unfolded > button");
    there?.scrollIntoView({ block: "center" });
    there?.focus({ preventScroll: true });
  }
  function about(one, words) {
    return h("div", { class: "cf-plan-about", key: "about" }, [
      h("p", { text: [one.text, one.from_age].filter(Boolean).join(" ") }),
      // Of a measure what speaks against it stands beside what speaks for it.
      one.in_favour ? null : one.against.map((each) => h("p", { key: each }, [h("strong", { text: `${words.against}: ` }), each])),
      source(words.source, one.sources, one.name)
    ]);
  }
  function weigh(one, words) {
    return h("div", { class: "cf-row", key: "weigh" }, button(words.weigh, () => {
      arriving = one.id;
      send({ kind: "weigh", id: one.id });
    }, { icon: "plus", aria: { label: `${words.weigh}: ${one.name}` } }));
  }
  function sides(one, words, own) {
    const side = (name, title) => h("div", { key: name }, [
      h("h3", { text: title }),
      h("ul", {}, one[name].map((each) => h("li", { key: each, text: each }))),
      own?.(name)
    ]);
    return h("div", { class: "cf-plan-two", key: "two" }, [side("in_favour", words.in_favour), side("against", words.against_side)]);
  }
  function weighed(one, words, rule) {
    return rows.row(one.fold, [h("strong", { text: one.name }), h("span", { class: "cf-quiet", text: one.state_words })], () => [
      about(one, words),
      one.findings.map((each) => finding(each, rule, true)),
      one.is_measure ? measure(one, words) : way(one, words),
      h("div", { class: "cf-plan-state", key: "state" }, [
        segmented({
          label: words.state,
          showLabel: true,
          options: words.states,
          chosen: one.state,
          choose: (state) => state !== one.state && moveOn(one, state, words),
          wrap: true
        }),
        button(words.remove, () => send({ kind: "unweigh", id: one.id }), { look: "quiet", key: "remove", aria: { label: `${words.remove}: ${one.name}` } })
      ])
    ]);
  }
  function entry(one, name, label, more = {}) {
    const at = `return.way.${one.id}.${name}`;
    return field({ name: at, label, draft: draft(at), send, intent: { kind: "way", id: one.id, name }, ...more });
  }
  function choice(one, name, label, options, chosen) {
    return segmented({ label, showLabel: true, options, chosen, choose: (value) => send({ kind: "way", id: one.id, name, value }), canClear: true, wrap: true });
  }
  function way(one, words) {
    return h("div", { class: "cf-plan-way", key: "way" }, [
      entry(one, "words", words.how_here, { rows: 2, value: one.words, hint: words.how_here_hint }),
      one.asks_steering ? choice(one, "is_self_steering", words.steering, words.answers, one.steering) : null,
      one.asks_why ? choice(one, "why", words.why, words.reasons, one.why) : null,
      h("fieldset", { key: "asked" }, [
        h("legend", { text: words.questions }),
        words.asked.map(({ id, text }) => choice(one, id, text, words.answers, one.asked[id]))
      ]),
      one.leaves_school ? entry(one, "return_link", words.return_link, { rows: 2, value: one.return_link, hint: words.return_link_hint }) : null,
      one.leaves_school ? entry(one, "contact", words.contact, { rows: 2, value: one.contact, hint: words.contact_hint }) : null,
      h("fieldset", { key: "agreed" }, [
        h("legend", { text: words.agreed }),
        one.agreed.length ? h("div", { class: "cf-plan-ticks" }, one.agreed.map((person) => tick({ key: person.id, text: person.called, checked: person.on, change: (on2) => send({ kind: "way-agrees", id: one.id, person: person.id, on: on2 }) }))) : h("p", { class: "cf-quiet", text: words.nobody })
      ]),
      entry(one, "review_on", words.review, { type: "date", value: one.review_on })
    ]);
  }
  function measure(one, words) {
    const own = (name) => entry(one, name, name === "in_favour" ? words.own_in_favour : words.own_against, { rows: 2, value: one[`own_${name}`], hint: words.own_hint });
    return h("div", { class: "cf-plan-way", key: "measure" }, [
      sides(one, words, own),
      choice(one, "halts", words.halts, words.answers, one.halts),
      entry(one, "worrying", words.worrying, { rows: 2, value: one.worrying }),
      entry(one, "on", words.begun, { type: "date", value: one.on })
    ]);
  }
  function moveOn(one, state, words) {
    const isTaken = words.states.find(({ id }) => id === state).is_in_force;
    if (!isTaken || !one.open.length) return send({ kind: "way-state", id: one.id, state });
    ask({
      name: "way-state",
      title: words.reason_title,
      close: words.close,
      act: words.reason_do,
      content: ({ text }) => [
        h("p", { key: "about", text: words.reason_text }),
        h("ul", { key: "open" }, one.open.map((each) => h("li", { key: each, text: each }))),
        text("reason", words.reason_label)
      ],
      intent: ({ reason }) => ({ kind: "way-state", id: one.id, state, reason })
    });
  }
}

// src/caseform/widgets/js/return_plan.js
var return_plan_default = page({
  name: "plan",
  bar,
  make: (context) => {
    const { send, redraw: redraw2, goto: goto2, main } = context;
    const ask = asking(context);
    const plan = planTab(context, ask, peopleBeside(context, ask));
    const timetable = timetableTab(context, ask);
    const ready = readyTab(context, ask, go);
    const ways = waysTab(context, ask, go);
    const panels = {
      plan,
      timetable: (view) => timetable(view.timetable),
      ready: ready.draw,
      ways: ways.draw
    };
    let tab = "plan";
    function go({ workbook, tab: to, open, label_of: field2, step }) {
      if (workbook) return goto2(workbook);
      tab = to;
      if (to === "plan") plan.open(field2, step);
      if (to === "ready") ready.open(open);
      if (to === "ways") ways.open(open);
      redraw2();
      const named = [...main.querySelectorAll(".cf-field label, label.cf-field > :first-child")].find(({ textContent }) => textContent === field2);
      const rung = step && main.querySelector(`[data-step="${CSS.escape(step)}"] .cf-ladder-words`);
      const there = named?.closest(".cf-field").querySelector("input, textarea, select") ?? rung ?? main.querySelector(".cf-plan-unfolded > button") ?? main.querySelector("[role=tab][aria-selected=true]");
      there.scrollIntoView({ block: "center" });
      there.focus({ preventScroll: true });
    }
    return (view) => [
      h("header", { class: "cf-plan-head" }, [
        h("h1", { text: view.title }),
        segmented({
          label: view.goal.label,
          showLabel: true,
          options: view.goal.options,
          chosen: view.goal.chosen,
          choose: (value) => value && send({ kind: "goal", value })
        })
      ]),
      tabs(
        {
          key: "plan",
          label: view.tabs.label,
          tabs: view.tabs.all,
          chosen: tab,
          choose: (id) => {
            tab = id;
            redraw2();
          }
        },
        h("div", { class: `cf-plan-${tab}`, key: tab }, panels[tab](view))
      )
    ];
  }
});
export {
  return_plan_default as default
};
