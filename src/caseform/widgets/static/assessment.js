// Made from src/caseform/widgets/js/assessment.js by .ci/js/build.mjs; change it there.

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
function segmented({ label, options, chosen, choose, showLabel, canClear, wrap, key }) {
  const open = options.filter((option) => !option.disabled);
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
        (option) => h(
          "button",
          {
            type: "button",
            role: "radio",
            key: option.id,
            class: ["cf-segment", option.mark && `cf-${option.mark}`],
            disabled: Boolean(option.disabled),
            tabindex: option.id === tabbable ? 0 : -1,
            data: { id: option.id },
            aria: { checked: option.id === chosen },
            on: { click: () => choose(canClear && option.id === chosen ? null : option.id) }
          },
          option.mark && mark(option.mark),
          option.icon && icon(option.icon),
          h("span", { text: option.text })
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
  const drop = () => {
    clearTimeout(timer);
    timer = 0;
    typed = null;
    committed = null;
    held.delete(hold);
  };
  const hold = { write: () => timer && journal(), drop };
  const giveBack = () => {
    drop();
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
        if (untouched) drop();
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

// src/caseform/widgets/js/assessment/shared.js
function head({ title, hint, alone }) {
  return h("header", { class: "cf-prepare-head", key: "head" }, [
    h("h2", { class: "cf-unseen", text: title }),
    alone ? h("p", { class: "cf-prepare-alone" }, [icon("lock"), h("span", { text: alone })]) : null,
    h("p", { class: "cf-quiet", text: hint })
  ]);
}
function named(label, about) {
  return [h("span", { text: label }), h("span", { class: "cf-unseen", text: ` ${about}` })];
}
function source(label, text, about, also) {
  return popButton({
    key: `source ${about}`,
    class: "cf-prepare-source",
    label: `${label}: ${about}`,
    face: () => named(label, about),
    content: () => h("div", { class: "cf-prepare-why" }, [also ? h("p", { text: also }) : null, h("p", { text })])
  });
}
function folding(redraw2, open = []) {
  const unfolded = new Set(open);
  return (key, face, content) => {
    const isOpen = unfolded.has(key);
    const turn = () => {
      if (isOpen) unfolded.delete(key);
      else unfolded.add(key);
      redraw2();
    };
    return h("div", { class: "cf-prepare-fold", key: `fold ${key}` }, [
      typeof face === "string" ? button(face, turn, { look: "quiet", icon: isOpen ? "up" : "down", key: "turn", aria: { expanded: String(isOpen) } }) : h("button", { type: "button", class: "cf-prepare-turn", key: "turn", aria: { expanded: String(isOpen) }, on: { click: turn } }, [
        icon(isOpen ? "up" : "down"),
        face
      ]),
      isOpen ? h("div", { class: "cf-prepare-folded", key: "folded" }, content()) : null
    ]);
  };
}
function halfTyped({ view }, start) {
  return Object.keys(view().drafts ?? {}).find((name) => name === start || name.startsWith(`${start}.`));
}
function earlierOnes(entries) {
  return h("ul", { class: "cf-prepare-earlier" }, entries.map((one, at) => h("li", { key: `${one.on} ${at}` }, [
    one.on ? h("span", { class: "cf-quiet", text: one.on }) : null,
    h("p", { class: "cf-prepare-words", text: one.words })
  ])));
}

// src/caseform/widgets/js/assessment/function.js
function functionTab({ send, draft }) {
  return (shown) => [
    head(shown),
    h("div", { class: "cf-prepare-two cf-prepare-functions", key: "both" }, [totals(shown), profile(shown.profile)]),
    h("section", { class: "cf-prepare-poles", key: "poles" }, [
      h("h3", { text: shown.poles.title }),
      h("dl", {}, shown.poles.all.map((one) => [
        h("dt", { key: `${one.name} name`, text: one.name }),
        h("dd", { key: one.name }, [h("span", { text: one.text }), source(shown.source, one.source, one.name)])
      ]))
    ])
  ];
  function totals(shown) {
    return h("section", { class: "cf-card", key: "totals" }, [
      h("p", { key: "names", text: shown.names }),
      shown.nobody ? h("p", { class: "cf-empty", key: "nobody", text: shown.nobody }) : null,
      ...shown.informants.map((one) => h("fieldset", { class: "cf-prepare-form", key: one.id }, [
        h("legend", {}, [h("strong", { text: one.called }), h("span", { class: "cf-quiet", text: one.on ? ` ${one.on}` : "" })]),
        h("div", { class: "cf-prepare-totals", key: "totals" }, one.totals.map((total, at) => {
          const name = `prepare.total.${one.id}.${at + 1}`;
          return field({
            name,
            label: shown.functions[at],
            value: total,
            draft: draft(name),
            send,
            inputmode: "numeric",
            placeholder: shown.total_hint,
            intent: { kind: "total", who: one.id, at }
          });
        }))
      ]))
    ]);
  }
  function profile(shown) {
    return h("section", { class: "cf-card", key: "profile", aria: { label: shown.title } }, [
      h("h3", { text: shown.title }),
      shown.empty ? h("p", { class: "cf-empty", key: "empty", text: shown.empty }) : null,
      h("ol", { class: "cf-prepare-bars", key: "bars" }, shown.bars.map((one) => h("li", { key: one.name }, [
        h("div", { class: "cf-row", key: "name" }, [
          h("span", { text: one.name }),
          one.mark ? h("span", { class: "cf-prepare-badge", text: one.mark }) : null,
          h("span", { class: "cf-push" }),
          h("strong", { text: one.mean })
        ]),
        h("div", { class: "cf-prepare-bar", key: "bar", aria: { hidden: "true" } }, h("span", { style: { "--share": one.share } })),
        one.each ? h("p", { class: "cf-quiet", key: "each", text: one.each }) : null
      ]))),
      shown.note ? h("p", { class: "cf-quiet", key: "note", text: shown.note }) : null
    ]);
  }
}

// src/caseform/widgets/js/assessment/levels.js
function levelsTab({ send, draft, redraw: redraw2 }) {
  const fold = folding(redraw2);
  return (shown) => [
    head(shown),
    ...shown.systems.map((system) => system.own && !system.chosen ? fold(system.id, system.title, () => [h("p", { class: "cf-quiet", key: "own", text: system.own }), levels(system, shown)]) : h("section", { class: "cf-card cf-prepare-levels", key: system.id }, [
      h("h3", { text: system.title }),
      system.own ? h("p", { class: "cf-quiet", text: system.own }) : null,
      levels(system, shown)
    ]))
  ];
  function levels(system, shown) {
    const at = `prepare.level.${system.id}`;
    return h("div", { class: "cf-stack", key: "levels" }, [
      segmented({
        label: system.title,
        options: system.options,
        chosen: system.chosen,
        choose: (value) => value != null && send({ kind: "level", system: system.id, name: "level", value }),
        wrap: true
      }),
      h("dl", { class: "cf-prepare-means", key: "means" }, system.options.map((one) => [
        h("dt", { key: `${one.id} name`, text: one.text }),
        h("dd", { key: one.id }, [one.about, source(shown.source, one.source, one.text)])
      ])),
      system.chosen ? field({
        name: at,
        label: shown.reason,
        hint: system.on || shown.reason_hint,
        value: system.reason,
        draft: draft(at),
        send,
        rows: 2,
        intent: { kind: "level", system: system.id, name: "reason" }
      }) : null,
      system.earlier.length ? earlierOnes(system.earlier) : null
    ]);
  }
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
          tick({ key: "limit", text: asked.contact_limit, hint: asked.contact_limit_hint, checked: values.contact_limit, change: (on) => set("contact_limit", on) }),
          tick({ key: "file", text: asked.separate_file, hint: asked.separate_file_hint, checked: values.separate_file, change: (on) => set("separate_file", on) })
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

// src/caseform/widgets/js/assessment/rows.js
function rowsTab(context, ask) {
  const { send, draft, redraw: redraw2 } = context;
  const who = peopleBeside(context, ask);
  const fold = folding(redraw2);
  let open = null;
  return (shown) => {
    open ??= shown.rows.find(isHalfTyped)?.id ?? "";
    return table(shown);
  };
  function isHalfTyped({ who: id }) {
    return ["view", "tried"].some((part2) => halfTyped(context, `prepare.${part2}.${id}`));
  }
  function table(shown) {
    return [
      head(shown),
      who(shown.people),
      shown.empty ? h("p", { class: "cf-empty", key: "empty", text: shown.empty }) : null,
      h("ol", { class: "cf-prepare-rows", key: "rows" }, shown.rows.map((row) => row.who ? person(row, shown) : vacant(row)))
    ];
  }
  function vacant(row) {
    return h("li", { key: row.id, class: "cf-prepare-vacant" }, [
      h("span", { class: "cf-prepare-called", text: row.called }),
      h("span", { class: "cf-quiet", text: row.nobody }),
      button(row.add, () => who.add(row.kind), { look: "quiet", icon: "plus", key: "add", aria: { label: `${row.add}: ${row.called}` } })
    ]);
  }
  function person(row, shown) {
    const isOpen = open === row.id;
    return h("li", { key: row.id, class: isOpen ? "cf-prepare-open" : null }, [
      h("button", {
        type: "button",
        class: "cf-prepare-row",
        key: "turn",
        aria: { expanded: String(isOpen) },
        on: { click: () => {
          open = isOpen ? "" : row.id;
          redraw2();
        } }
      }, [
        icon(isOpen ? "up" : "down"),
        h("span", { class: "cf-prepare-called" }, [row.called, h("small", { class: "cf-quiet", text: row.place })]),
        isOpen ? null : h("span", { class: row.glance ? "cf-prepare-glance" : "cf-quiet", text: row.glance || row.not_yet })
      ]),
      isOpen ? about(row, shown) : null
    ]);
  }
  function about(row, shown) {
    const entry = (name, part2, about2, more) => {
      const at = `prepare.${part2}.${row.who}${part2 === "view" ? "" : `.${name}`}`;
      return field({ name: at, draft: draft(at), send, intent: about2, rows: 3, ...more });
    };
    const tried = (name, more) => entry(name, "tried", { kind: "try", who: row.who, name }, { label: shown[name], value: row.tried[name], ...more });
    return h("div", { class: "cf-prepare-about", key: "about" }, [
      h("section", { class: "cf-prepare-said", key: "view", aria: { label: shown.title } }, [
        entry("view", "view", { kind: "view", who: row.who }, { label: shown.asked, hint: row.view.on || shown.asked_hint, value: row.view.words, rows: 6 }),
        row.share ? sharing(row, shown) : null,
        row.view.earlier ? fold(`view ${row.who}`, row.view.earlier.label, () => earlierOnes(row.view.earlier.entries)) : null
      ]),
      h("section", { class: "cf-prepare-tried", key: "tried", aria: { label: shown.tried } }, [
        h("h3", { text: shown.tried }),
        h("div", { class: "cf-prepare-two" }, [
          h("div", { class: "cf-stack", key: "did" }, [
            h("h4", { text: shown.column_did }),
            tried("did", { placeholder: shown.did_hint }),
            tried("effect", { rows: 2 })
          ]),
          h("div", { class: "cf-stack", key: "needed" }, [
            h("h4", { text: shown.column_needed }),
            tried("needed", { placeholder: shown.needed_hint, hint: row.tried.on })
          ])
        ]),
        row.tried.earlier ? fold(`tried ${row.who}`, row.tried.earlier.label, () => earlierOnes(row.tried.earlier.entries)) : null
      ])
    ]);
  }
  function sharing(row, shown) {
    const { share } = row;
    return h("div", { class: "cf-prepare-share", key: "share" }, [
      popButton({
        key: `share ${row.who}`,
        label: share.label,
        face: () => [icon(share.is_shared ? "eye" : "eye-off"), h("span", { text: share.face })],
        content: () => h("div", { class: "cf-stack" }, [
          h("p", { text: share.label }),
          h("div", { key: "ticks" }, share.options.map((one) => tick({
            key: one.label,
            text: one.text,
            hint: one.hint,
            checked: one.on,
            change: (on) => send({ kind: "share-view", who: row.who, label: one.label, on })
          }))),
          h("div", { class: "cf-row", key: "all" }, [
            shown.here ? button(shown.here, () => send({ kind: "share-view-here", who: row.who }), { icon: "eye", key: "here" }) : null,
            share.is_shared ? button(shown.withdraw, () => send({ kind: "withdraw-view", who: row.who }), { look: "quiet", key: "withdraw" }) : null
          ])
        ])
      }),
      share.still ? h("p", { class: "cf-prepare-still", key: "still", text: share.still }) : null
    ]);
  }
}

// src/caseform/widgets/js/assessment/safety.js
function safetyTab({ send, draft, redraw: redraw2 }) {
  const fold = folding(redraw2);
  return (shown) => [
    head(shown),
    h("section", { class: "cf-card cf-prepare-safety", key: "ask" }, [
      h("p", { class: "cf-prepare-status", text: shown.status, role: "status" }),
      segmented({
        label: shown.ask,
        showLabel: true,
        options: shown.options,
        chosen: shown.chosen,
        choose: (value) => send({ kind: "safety", value }),
        canClear: true
      })
    ]),
    ...shown.notes.map((one, at) => at ? fold(one.id, one.title, () => note(one)) : note(one)),
    shown.without.length ? fold("without", shown.earlier, () => h("ul", { class: "cf-prepare-earlier" }, shown.without.map((one) => h("li", { key: one.id, text: one.text })))) : null,
    h("section", { class: "cf-prepare-region", key: "region" }, [h("h3", { text: shown.region.title }), h("p", { class: "cf-empty", text: shown.region.text })])
  ];
  function note(one) {
    const entry = (name, label, value, more) => {
      const at = `prepare.safety.${one.id}.${name}`;
      return field({ name: at, label, value, draft: draft(at), send, intent: { kind: "safety-note", id: one.id, name }, ...more });
    };
    return h("section", { class: "cf-card cf-prepare-note", key: one.id, aria: { label: one.title } }, [
      h("div", { class: "cf-row", key: "head" }, [
        h("h3", { text: one.title }),
        h("span", { class: "cf-push" }),
        button(one.remove, () => send({ kind: "remove-safety", id: one.id }), { look: "quiet", key: "remove" })
      ]),
      ...one.fields.map(({ name, label, hint, value }) => entry(name, label, value, { hint, rows: 2 })),
      h("div", { class: "cf-prepare-two", key: "days" }, [
        entry("on", one.on.label, one.on.value, { type: "date" }),
        entry("next_contact_on", one.next.label, one.next.value, { type: "date" })
      ])
    ]);
  }
}

// src/caseform/widgets/js/assessment/questions.js
function questions(context) {
  const { send, draft, redraw: redraw2 } = context;
  const [, , asked, by] = halfTyped(context, "prepare.answer")?.split(".") ?? [];
  let speaker = by ?? "";
  let opened = asked ?? null;
  const worded = new Set(asked ? [`${asked} ${speaker}`] : []);
  const choose = (speakers) => {
    if (!speakers.options.some(({ id }) => id === speaker)) speaker = "";
    return segmented({
      key: "speaker",
      label: speakers.label,
      showLabel: true,
      options: speakers.options,
      chosen: speaker,
      choose: (id) => {
        speaker = id;
        redraw2();
      },
      wrap: true
    });
  };
  const one = (question, speakers) => h("li", { class: "cf-prepare-question", key: question.id }, [
    h("p", { class: "cf-prepare-asked", key: "asked", text: question.text }),
    answer(question, speakers),
    said(question, question.said.filter(({ by: by2 }) => by2 !== speaker))
  ]);
  const folded = (question, speakers) => {
    const isOpen = opened === question.id;
    return h("li", { class: "cf-prepare-question cf-prepare-criterion", key: question.id }, [
      h("button", {
        type: "button",
        class: "cf-prepare-ask",
        key: "turn",
        aria: { expanded: String(isOpen) },
        on: { click: () => {
          opened = isOpen ? null : question.id;
          redraw2();
        } }
      }, [icon(isOpen ? "up" : "down"), h("span", { text: question.text })]),
      h("p", { class: "cf-prepare-named", key: "named", text: question.named_by }),
      isOpen ? answer(question, speakers) : null,
      said(question, question.said.filter(({ by: by2 }) => !isOpen || by2 !== speaker))
    ]);
  };
  return { choose, one, folded };
  function answer(question, speakers) {
    const mine = question.said.find(({ by: by2 }) => by2 === speaker);
    const key = `${question.id} ${speaker}`;
    const isWorded = worded.has(key) || Boolean(mine?.words || mine?.since);
    return [
      h("div", { class: "cf-prepare-answer", key: `answer ${speaker}` }, [
        segmented({
          key: "yes-no",
          label: question.text,
          options: speakers.answers,
          chosen: mine?.answer ?? null,
          choose: (value) => send({ kind: "answer", about: question.id, name: "answer", said_by: speaker, value }),
          canClear: true
        }),
        isWorded ? null : button(speakers.more, () => {
          worded.add(key);
          redraw2();
        }, { look: "quiet", icon: "pencil", iconOnly: true, key: "more", aria: { label: `${speakers.more}: ${question.text}` } }),
        source(question.ask ? speakers.ask : speakers.source, question.source, question.text, question.ask)
      ]),
      isWorded ? told(question, speakers, mine) : null
    ];
  }
  function told(question, speakers, mine) {
    const entry = (name, label) => {
      const at = `prepare.answer.${question.id}.${speaker}.${name}`;
      return field({
        name: at,
        label,
        value: mine?.[name] ?? "",
        draft: draft(at),
        send,
        intent: { kind: "answer", about: question.id, name, said_by: speaker }
      });
    };
    return h("div", { class: "cf-prepare-told", key: `told ${speaker}` }, [entry("words", speakers.words), entry("since", speakers.since)]);
  }
  function said(question, now) {
    const all = [...now, ...question.earlier];
    return [
      question.differs ? h("p", { class: "cf-prepare-differs", key: "differs", text: question.differs }) : null,
      all.length ? h("ul", { class: "cf-prepare-others", key: "others" }, all.map((each) => h("li", { key: each.id }, [
        h("strong", { text: each.who }),
        ` ${each.answer_words}`,
        each.words ? h("span", { class: "cf-prepare-words", text: ` – ${each.words}` }) : null,
        each.since ? h("span", { class: "cf-quiet", text: ` – ${each.since}` }) : null,
        each.on ? h("span", { class: "cf-quiet", text: ` (${each.on})` }) : null
      ]))) : null
    ];
  }
}

// src/caseform/widgets/js/assessment/signals.js
function signalsTab(context) {
  const { send, draft, redraw: redraw2 } = context;
  const asked = questions(context);
  const fold = folding(redraw2, ["early-signal"]);
  return (shown) => [
    head(shown),
    h("div", { class: "cf-prepare-two", key: "fields" }, shown.fields.map(({ name, label, hint, value }) => {
      const at = `prepare.${name}`;
      return field({ name: at, label, hint, value, draft: draft(at), send, rows: 3, intent: { kind: "write", name } });
    })),
    asked.choose(shown.speakers),
    h("div", { class: "cf-prepare-groups", key: "groups" }, shown.groups.map((group) => fold(
      group.id,
      [h("span", { class: "cf-prepare-group", text: group.title }), h("span", { class: "cf-quiet", text: group.glance })],
      () => [
        h("p", { class: "cf-quiet", key: "hint", text: group.hint }),
        h("ul", { class: "cf-prepare-questions", key: "list" }, group.questions.map((one) => asked.one(one, shown.speakers)))
      ]
    ))),
    h("section", { class: "cf-card cf-prepare-body", key: "body" }, [
      h("h3", { text: shown.body.title }),
      h("p", { class: "cf-quiet", text: shown.body.hint }),
      h("dl", {}, shown.body.lines.map((line) => [
        h("dt", { key: `${line.label} label`, text: line.label }),
        h("dd", { key: line.label }, [h("strong", { text: line.count }), line.days ? h("span", { class: "cf-quiet", text: ` ${line.days}` }) : null])
      ]))
    ])
  ];
}

// src/caseform/widgets/js/assessment/talk.js
function talkTab({ root, send, draft, redraw: redraw2, shortcut }) {
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
    redraw2();
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
        choose: (id) => {
          talk = id;
          redraw2();
        }
      }),
      prompt ? card(shown, now, prompt) : null
    ];
  };
  function card(shown, { people }, prompt) {
    const by = people.some((one) => one.id === speaker[talk]) ? speaker[talk] : people.length === 1 ? people[0].id : null;
    const text = () => typed.field === prompt.field ? typed.text : draft(prompt.field) ?? "";
    const hear = (words) => {
      const had = Boolean(text().trim());
      typed = { field: prompt.field, text: words };
      if (had !== Boolean(words.trim())) redraw2();
    };
    return h("section", { class: "cf-card cf-prepare-prompt", key: "card", aria: { label: prompt.topic } }, [
      h("div", { class: "cf-row cf-prepare-top", key: "top" }, [
        button(shown.before, () => go(-1), { look: "quiet", icon: "left", key: "before", disabled: at[talk] === 0 }),
        h("span", { class: "cf-quiet", text: prompt.count }),
        button(shown.after, () => go(1), { look: "quiet", icon: "right", class: "cf-prepare-after", key: "after", disabled: at[talk] === prompts.length - 1 }),
        h("span", { class: "cf-push" }),
        source(shown.source, prompt.source, prompt.topic)
      ]),
      h("p", { class: "cf-quiet", key: "topic", text: prompt.topic }),
      h("p", { class: "cf-prepare-large", key: "prompt", text: prompt.prompt, aria: { live: "polite" } }),
      people.length > 1 ? segmented({ key: "speaker", label: shown.speaker, showLabel: true, options: people, chosen: by, choose: (id) => {
        speaker[talk] = id;
        redraw2();
      }, canClear: true, wrap: true }) : people.length ? null : h("p", { class: "cf-quiet", key: "nobody", text: shown.nobody }),
      field({ name: prompt.field, label: shown.answer, draft: draft(prompt.field), send, rows: 3, ontext: hear, commit: () => {
      } }),
      h("div", { class: "cf-prepare-catch", key: "catch" }, shown.catch.map((one) => h("div", { key: one.id }, [
        button(one.text, () => send({ kind: "catch", how: one.id, guide: prompt.id, text: text(), said_by: by, field: prompt.field }), {
          key: one.id,
          disabled: !text().trim() || one.id === "view" && !by
        }),
        h("small", { class: "cf-quiet", text: one.hint })
      ])))
    ]);
  }
}

// src/caseform/widgets/js/assessment/timeline.js
function timelineTab({ send }, ask) {
  return (shown) => [
    head(shown),
    h("div", { class: "cf-row", key: "add" }, button(shown.add, () => about(shown.form, null), { icon: "plus", key: "add" })),
    shown.empty ? h("p", { class: "cf-empty", key: "empty", text: shown.empty }) : null,
    shown.onset.text ? h("div", { class: "cf-prepare-onset", key: "onset" }, [h("span", { class: "cf-quiet", text: shown.onset.label }), h("p", { class: "cf-prepare-words", text: shown.onset.text })]) : null,
    h("ol", { class: "cf-prepare-line", key: "line" }, shown.events.map((one) => h("li", { key: one.id, class: one.turn ? "cf-prepare-turned" : null }, [
      h("span", { class: "cf-prepare-when", text: one.when }),
      h("span", { class: "cf-prepare-dot", aria: { hidden: "true" } }),
      h("div", { class: "cf-prepare-happened" }, [
        h("p", { class: "cf-prepare-words", text: one.words }),
        one.turn ? h("span", { class: "cf-prepare-badge", text: one.turn }) : null
      ]),
      button(one.edit, () => about(shown.form, one), { look: "quiet", icon: "pencil", iconOnly: true, key: "edit" })
    ])))
  ];
  function about(asked, one) {
    ask({
      name: "event",
      title: one ? one.words : asked.new,
      close: asked.close,
      act: one ? asked.do : asked.do_new,
      start: one ? one.told : { words: "", on: "", about: "", changes_plan: false, is_transition: false },
      content: ({ values, text, set }) => [
        text("words", asked.words, { hint: asked.words_hint }),
        text("on", asked.on, { type: "date" }),
        text("about", asked.about, { hint: asked.about_hint }),
        tick({ key: "turn", text: asked.changes_plan, hint: asked.changes_plan_hint, checked: values.changes_plan, change: (on) => set("changes_plan", on) }),
        tick({ key: "transition", text: asked.is_transition, hint: asked.is_transition_hint, checked: values.is_transition, change: (on) => set("is_transition", on) })
      ],
      intent: (values) => ({ kind: "save-event", id: one?.id ?? null, ...values }),
      more: () => one ? button(one.remove, () => send({ kind: "remove-event", id: one.id }), { look: "quiet", key: "remove" }) : null
    });
  }
}

// src/caseform/widgets/js/assessment/types.js
function typesTab(context) {
  const { send, draft, redraw: redraw2 } = context;
  const asked = questions(context);
  const fold = folding(redraw2);
  let part2 = "criteria";
  return (shown) => [
    head(shown),
    h("div", { class: "cf-prepare-two", key: "ideas" }, [suggested(shown.suggestion, shown.source), idea(shown.idea)]),
    segmented({
      key: "parts",
      label: shown.parts.label,
      options: shown.parts.all,
      chosen: part2,
      choose: (id) => {
        part2 = id;
        redraw2();
      }
    }),
    part2 === "criteria" ? [
      asked.choose(shown.speakers),
      h("div", { class: "cf-prepare-columns", key: "types" }, shown.types.map((one) => type(one, shown)))
    ] : numbers(shown.thresholds, shown.speakers)
  ];
  function suggested(made2, label) {
    return h("section", { class: "cf-card cf-prepare-suggestion", key: "suggestion" }, [
      h("div", { class: "cf-row", key: "head" }, [h("h3", { text: made2.title }), h("span", { class: "cf-push" }), source(label, made2.source, made2.title)]),
      h("p", { class: "cf-prepare-status", key: "text", text: made2.text }),
      made2.reasons.length ? h("ul", { key: "reasons" }, made2.reasons.map((reason) => h("li", { text: reason }))) : null,
      made2.missing ? fold("missing", made2.missing.label, () => h("ul", {}, made2.missing.questions.map((one) => h("li", { text: one })))) : null,
      h("p", { class: "cf-quiet", key: "yours", text: made2.yours })
    ]);
  }
  function idea(mine) {
    const at = "prepare.idea";
    return h("section", { class: "cf-card cf-prepare-idea", key: "idea" }, [
      h("h3", { text: mine.title }),
      h("p", { class: "cf-quiet", text: mine.hint }),
      segmented({
        label: mine.title,
        options: mine.options,
        chosen: mine.chosen,
        choose: (value) => value && send({ kind: "idea", name: "kind", value }),
        wrap: true
      }),
      mine.chosen ? field({
        name: at,
        label: mine.reason.label,
        hint: mine.reason.hint,
        value: mine.reason.value,
        draft: draft(at),
        send,
        rows: 2,
        intent: { kind: "idea", name: "reason" }
      }) : null,
      mine.earlier.length ? fold("ideas", mine.earlier_label, () => earlierOnes(mine.earlier)) : null
    ]);
  }
  function type(one, shown) {
    return h("section", { class: "cf-card cf-prepare-type", key: one.id, aria: { label: one.name } }, [
      h("div", { class: "cf-row", key: "head" }, [h("h3", { text: one.name }), h("span", { class: "cf-push" }), source(shown.source, one.source, one.name)]),
      h("p", { class: "cf-quiet", text: one.about }),
      h("p", { class: "cf-prepare-fits", text: one.fits }),
      one.readings.length ? fold(`readings ${one.id}`, one.readings_title, () => h("ul", { class: "cf-prepare-readings" }, one.readings.map((text) => h("li", { text })))) : null,
      h("ul", { class: "cf-prepare-questions", key: "list" }, one.questions.map((each) => asked.folded(each, shown.speakers)))
    ]);
  }
  function numbers(shown, speakers) {
    const [first, ...others] = shown.rows;
    const isOne = others.length > 0 && others.every((one) => one.checked === first.checked);
    return h("section", { class: "cf-prepare-numbers", key: "numbers", aria: { label: shown.title } }, [
      h("p", { class: "cf-quiet", text: shown.hint }),
      shown.period ? period(shown.period) : null,
      isOne ? checked(first) : null,
      h("ul", { class: "cf-prepare-lines", key: "rows" }, shown.rows.map((one) => number(one, shown, speakers, isOne ? null : checked(one))))
    ]);
  }
  function period({ title, hint, days }) {
    return h("div", { class: "cf-card cf-prepare-period", key: "period", role: "group", aria: { label: title } }, [
      h("h3", { text: title }),
      h("p", { class: "cf-quiet", text: hint }),
      h("div", { class: "cf-prepare-days", key: "days" }, days.map(({ name, label, value }) => {
        const at = `prepare.${name}`;
        return field({ name: at, label, value, draft: draft(at), send, type: "date", intent: { kind: "write", name } });
      }))
    ]);
  }
  function checked(one) {
    return h("p", { class: one.is_stale ? "cf-prepare-stale" : "cf-quiet", key: "checked" }, [one.is_stale ? icon("attention") : null, h("span", { text: one.checked })]);
  }
  function number(one, shown, speakers, checkedHere) {
    return h("li", { key: one.id, class: `cf-prepare-number cf-prepare-${one.state}` }, [
      h("div", { class: "cf-prepare-what", key: "what" }, [
        h("p", { text: one.text }),
        h("p", { class: "cf-quiet", text: [one.number, one.published].filter(Boolean).join(" · ") }),
        checkedHere
      ]),
      h("div", { class: "cf-prepare-found", key: "found" }, [
        h("strong", { text: one.state_words }),
        one.counted ? h("span", { text: one.counted }) : null,
        one.facts ? h("span", { class: "cf-quiet", text: one.facts }) : null
      ]),
      popButton({
        key: `how ${one.id}`,
        class: "cf-prepare-source",
        label: `${shown.how}: ${one.text}`,
        face: () => named(shown.how, one.text),
        content: () => h("div", { class: "cf-prepare-why" }, one.more.map((text) => h("p", { text })))
      }),
      one.is_judgement ? h("div", { class: "cf-prepare-judged", key: "ask" }, [
        asked.choose(speakers),
        h("ul", { class: "cf-prepare-questions", key: "question" }, asked.one(shown.question, speakers))
      ]) : null
    ]);
  }
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
    const on = !(turned.get(name) ?? room()[name].on);
    turned.set(name, on);
    send({ kind: `room-${name}`, on });
  };
  const roomPanel = (room2, close) => {
    const before = new Set(room2.people.filter(({ here: here2 }) => here2).map(({ id }) => id));
    const now = picked ?? before;
    const differs = now.size !== before.size || [...now].some((id) => !before.has(id));
    const pick = (id, on) => {
      picked = new Set(now);
      if (on) picked.add(id);
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
          ({ id, text, hint }) => tick({ key: id, text, hint, checked: now.has(id), change: (on) => pick(id, on) })
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
          change: (on) => send({ kind: "together", on })
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

// src/caseform/widgets/js/assessment.js
var assessment_default = page({
  name: "assessment",
  bar,
  make: (context) => {
    const ask = asking(context);
    const panels = {
      views: rowsTab(context, ask),
      talk: talkTab(context),
      types: typesTab(context),
      signals: signalsTab(context),
      function: functionTab(context),
      time: timelineTab(context, ask),
      safety: safetyTab(context),
      levels: levelsTab(context)
    };
    let tab = "views";
    return (view) => [
      h("h1", { text: view.title }),
      tabs(
        {
          key: "assessment",
          label: view.tabs.label,
          tabs: view.tabs.all,
          chosen: tab,
          choose: (id) => {
            tab = id;
            context.redraw();
          }
        },
        h("div", { class: ["cf-prepare", `cf-prepare-${tab}`], key: tab }, panels[tab](view[tab]))
      )
    ];
  }
});
export {
  assessment_default as default
};
