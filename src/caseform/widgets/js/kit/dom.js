/**
 * Making and renewing what is on a page. Everything people type arrives here as text and leaves as
 * text: nothing in this module, or anywhere else, parses markup.
 */

const SVG = "http://www.w3.org/2000/svg";
const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "indeterminate", "readOnly"]);
const REFUSED_ADDRESS = /^\s*(javascript|data|vbscript):/i;

/** What each node was made from: {key, on, attributes, properties, part}. */
const facts = new WeakMap();

/**
 * Makes an element.
 *
 * @param {string} tag
 * @param {object} [about] `class` (string or list, empty parts are left out), `text`, `key`,
 *   `on` ({click: fn}), `aria` ({label: …}), `data` ({id: …}), `style` ({"--share": 0.4}); anything
 *   else is an attribute, or a property where the browser needs one (value, checked, disabled, …).
 *   Attributes that are null, undefined or false are left out.
 * @param {...*} children Nodes, words, numbers, lists of these; null and false are left out.
 * @returns {HTMLElement}
 */
export function h(tag, about = {}, ...children) {
  return fill(document.createElement(tag), about ?? {}, children);
}

/** Makes an SVG element; as `h`. */
export function s(tag, about = {}, ...children) {
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
      for (const [part, worth] of Object.entries(value)) keep(fact, `${name}-${part}`, worth);
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
  // After the children: a select can only show a value that it has.
  for (const [name, value] of Object.entries(fact.properties)) node[name] = value ?? "";
  for (const [name, value] of Object.entries(fact.style ?? {})) setStyle(node, name, value);
  facts.set(node, fact);
  for (const type of Object.keys(fact.on)) listen(node, fact, type);
  return node;
}

function keep(fact, name, value) {
  if (value == null || value === false) {
    // In ARIA "false" is an answer; elsewhere it means that the attribute is not there.
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
  fact.listening ??= new Set();
  if (fact.listening.has(type)) return;
  fact.listening.add(type);
  // One listener for good; a renewal only changes what it calls.
  node.addEventListener(type, (event) => fact.on[type]?.(event));
}

function flat(children) {
  return children
    .flat(Infinity)
    .filter((child) => child != null && child !== false && child !== true && child !== "")
    .map((child) => (child instanceof Node ? child : document.createTextNode(String(child))));
}

/**
 * Makes a node a part that renews itself: `redraw` leaves its inside alone and calls `update` with
 * the newer options instead. For whatever holds state of its own, such as a text field.
 *
 * @param {HTMLElement} node
 * @param {string} kind
 * @param {object} options
 * @param {(options: object) => void} update
 */
export function part(node, kind, options, update) {
  const fact = facts.get(node);
  fact.key ??= options.key;
  fact.part = { kind, options, update };
  return node;
}

/**
 * Makes the children of `parent` equal to `wanted`, changing no more than needed: focus, selection,
 * scroll positions and half-typed words stay. Children with a `key` are recognised by it, others by
 * their kind and order.
 *
 * @param {Element} parent
 * @param {...*} wanted As the children of `h`.
 */
export function redraw(parent, ...wanted) {
  // An open pop-up lies over the page and is not part of what is drawn.
  const had = [...parent.childNodes].filter((node) => !node.classList?.contains("cf-popover"));
  const byKey = new Map();
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
  return (
    old.nodeName === next.nodeName &&
    was?.key === is?.key &&
    was?.part?.kind === is?.part?.kind &&
    (old.nodeName !== "INPUT" || old.type === next.type)
  );
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

const lists = new WeakMap();

/**
 * Makes the children of `parent` one per entry of `list`, in its order, and keeps the node of an
 * entry as long as the entry is there.
 *
 * @template T
 * @param {Iterable<T>} list
 * @param {Element} parent Nothing else may add children to it.
 * @param {(entry: T) => string} keyOf
 * @param {(entry: T) => Element} make Makes the node of an entry seen for the first time.
 * @param {(node: Element, entry: T) => void} [update] Called for each entry, new ones too.
 */
export function keyed(list, parent, keyOf, make, update = () => {}) {
  const known = lists.get(parent) ?? new Map();
  const now = new Map();
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

/** Removes `gone` and puts `order` in place, without ever moving the node that has the focus. */
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
  // moveBefore keeps scroll positions and open pop-ups; older browsers do without.
  if (parent.moveBefore && node.isConnected && parent.isConnected) parent.moveBefore(node, before);
  else parent.insertBefore(node, before);
}

const FOCUSABLE =
  'button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), a[href], [tabindex]:not([tabindex="-1"])';

/** Everything inside `node` that the tab key reaches, in order. */
export function focusables(node) {
  return [...node.querySelectorAll(FOCUSABLE)].filter((each) => each.checkVisibility?.() ?? true);
}

/** When what has the focus goes away, the focus moves to its neighbour instead of to nowhere. */
function rescue(node, parent, order) {
  let neighbour = node.nextElementSibling ?? node.previousElementSibling;
  if (!order.includes(neighbour)) neighbour = order.find((each) => each instanceof Element);
  const near = neighbour && (neighbour.matches(FOCUSABLE) ? neighbour : focusables(neighbour)[0]);
  const host = near ?? parent.closest('[tabindex="-1"]');
  if (host) host.focus({ preventScroll: true });
}
