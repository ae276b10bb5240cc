/** Buttons, chips and choices. */
import { h } from "./dom.js";
import { icon, mark } from "./icons.js";

/**
 * A button that says what happens.
 *
 * @param {string} text
 * @param {(event: MouseEvent) => void} press
 * @param {object} [options]
 * @param {"plain"|"main"|"quiet"} [options.look] `main` once on a page at most.
 * @param {string} [options.icon] Drawn before the words.
 * @param {boolean} [options.iconOnly] The words are then only for screen readers and the tooltip.
 * @param {boolean} [options.pressed] Makes it a switch that is on or off.
 * @param {boolean} [options.disabled]
 * @param {string} [options.keys] The key that does the same, shown after the words: "H".
 * @param {string} [options.class]
 * @param {string} [options.key]
 * @param {object} [options.aria]
 */
export function button(text, press, options = {}) {
  const { look = "plain", iconOnly, pressed, disabled, keys, key } = options;
  return h(
    "button",
    {
      type: "button",
      key: key ?? options.key,
      class: ["cf-button", `cf-button-${look}`, iconOnly && "cf-button-icon", options.class],
      disabled: Boolean(disabled),
      title: iconOnly ? (keys ? `${text} (${keys})` : text) : null,
      aria: { pressed, label: iconOnly ? text : null, keyshortcuts: keys, ...options.aria },
      on: { click: press },
    },
    options.icon && icon(options.icon),
    !iconOnly && h("span", { text }),
    keys && !iconOnly && h("kbd", { class: "cf-key", text: keys, aria: { hidden: "true" } }),
  );
}

/**
 * A few words with a mark, on a line of their own kind.
 *
 * @param {object} options
 * @param {string} options.text
 * @param {string} [options.mark] Name of a meaning.
 * @param {string} [options.icon]
 * @param {boolean} [options.pressed] With `press`: a switch.
 * @param {() => void} [options.press] Makes it a button.
 * @param {{label: string, press: () => void}} [options.remove] Adds a cross.
 * @param {string} [options.key]
 */
export function chip({ text, mark: meaning, icon: drawing, pressed, press, remove, key }) {
  const inside = [
    meaning && mark(meaning),
    drawing && icon(drawing),
    h("span", { class: "cf-chip-text", text }),
  ];
  const classes = ["cf-chip", meaning && `cf-${meaning}`, press && "cf-chip-button"];
  if (press && !remove) {
    return h("button", { type: "button", key, class: classes, aria: { pressed }, on: { click: press } }, inside);
  }
  return h(
    "span",
    { key, class: [classes, remove && "cf-chip-removable"] },
    inside,
    remove &&
      h(
        "button",
        { type: "button", class: "cf-chip-remove", aria: { label: remove.label }, on: { click: remove.press } },
        icon("close"),
      ),
  );
}

/**
 * One of a few, side by side. The arrow keys move the choice, as in any group of radio buttons.
 *
 * @param {object} options
 * @param {string} options.label What is chosen; for screen readers unless `showLabel`.
 * @param {{id: string, text: string, mark?: string, icon?: string, disabled?: boolean}[]}
 *   options.options
 * @param {string|null} options.chosen An id; null while nothing is chosen, which is an answer too.
 * @param {(id: string|null) => void} options.choose
 * @param {boolean} [options.showLabel]
 * @param {boolean} [options.canClear] Pressing the chosen one again takes the choice away.
 * @param {boolean} [options.wrap] Loose pills that may wrap, for more than five.
 * @param {string} [options.key]
 */
export function segmented({ label, options, chosen, choose, showLabel, canClear, wrap, key }) {
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
      options.map((option) =>
        h(
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
            on: { click: () => choose(canClear && option.id === chosen ? null : option.id) },
          },
          option.mark && mark(option.mark),
          option.icon && icon(option.icon),
          h("span", { text: option.text }),
        ),
      ),
    ),
  );
}

/**
 * A box that is ticked or not, with its words beside it.
 *
 * @param {object} options
 * @param {string} options.text
 * @param {boolean} options.checked
 * @param {(on: boolean) => void} options.change
 * @param {string} [options.hint] A quieter line under the words.
 * @param {boolean} [options.isSwitch] Drawn as a switch: it works at once.
 * @param {boolean} [options.disabled]
 * @param {string} [options.key]
 */
export function tick({ text, checked, change, hint, isSwitch, disabled, key }) {
  return h(
    "label",
    { key: key ?? `tick ${text}`, class: ["cf-tick", isSwitch && "cf-switch"] },
    h("input", {
      type: "checkbox",
      role: isSwitch ? "switch" : null,
      checked: Boolean(checked),
      disabled: Boolean(disabled),
      on: { change: (event) => change(event.target.checked) },
    }),
    h("span", { class: "cf-tick-words" }, h("span", { text }), hint && h("small", { class: "cf-quiet", text: hint })),
  );
}

/**
 * Tabs above one panel.
 *
 * @param {object} options
 * @param {string} options.label
 * @param {{id: string, text: string}[]} options.tabs
 * @param {string} options.chosen
 * @param {(id: string) => void} options.choose
 * @param {...*} panel What the chosen tab shows.
 */
export function tabs({ label, tabs: all, chosen, choose, key }, ...panel) {
  const base = `cf-tabs-${key ?? label.replace(/\W+/g, "-")}`;
  const arrows = (event) => {
    const last = all.length - 1;
    const at = all.findIndex(({ id }) => id === event.target.dataset.id);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
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
      all.map(({ id, text }) =>
        h("button", {
          type: "button",
          role: "tab",
          key: id,
          id: `${base}-${id}`,
          class: "cf-tab",
          text,
          data: { id },
          tabindex: id === chosen ? 0 : -1,
          aria: { selected: id === chosen, controls: `${base}-panel` },
          on: { click: () => choose(id) },
        }),
      ),
    ),
    h(
      "div",
      { class: "cf-tabpanel", id: `${base}-panel`, role: "tabpanel", aria: { labelledby: `${base}-${chosen}` } },
      panel,
    ),
  );
}

/**
 * Undo and redo, side by side.
 *
 * @param {object} options
 * @param {{text: string, can: boolean}} options.undo
 * @param {{text: string, can: boolean}} options.redo
 * @param {(intent: object) => void} options.send
 */
export function undoBar({ undo, redo, send }) {
  return h(
    "div",
    { class: "cf-undo", key: "undo-bar" },
    button(undo.text, () => send({ kind: "undo" }), { icon: "undo", iconOnly: true, look: "quiet", disabled: !undo.can }),
    button(redo.text, () => send({ kind: "redo" }), { icon: "redo", iconOnly: true, look: "quiet", disabled: !redo.can }),
  );
}
