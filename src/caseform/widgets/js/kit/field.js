/**
 * Where people type. What is typed is journalled while they type and committed when they are done;
 * a renewal of the page never touches the words under someone's fingers.
 */
import { h, part } from "./dom.js";

/** What gives the words back, by name of a field whose commit is under way. */
const underway = new Map();

/** The page tells the field `name` that its commit was refused: its words come back. */
export function refused(name) {
  underway.get(name)?.();
}

/** Fields that hold words which have not come back as saved, each with what to do about it. */
const held = new Set();

/** Writes all that was typed to the journal now, before something that cannot wait for it. */
export function writeDown() {
  for (const each of [...held]) each.write();
}

/** Lets go of all that was typed: the case of this page was locked, or another took its place. */
export function letGo() {
  for (const each of [...held]) each.drop();
  underway.clear();
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) writeDown();
});

const JOURNAL_MS = 1000;
// All pages are in one document, each with a kit of its own: their fields may not share a name.
const here = Math.random().toString(36).slice(2, 8);
let made = 0;

/**
 * A field of one line, or of several.
 *
 * What is typed goes out as `{kind: "typing", field: name, text}` at most once a second, and a
 * second after the last key. Enter (in a field of several lines: Ctrl+Enter) or leaving the field
 * commits it, once and only when something changed. Escape gives back what was there.
 *
 * @param {object} options
 * @param {string} options.name Unique on the page; also names the journal entry.
 * @param {string} options.label What is asked. Always needed; see `hideLabel`.
 * @param {string} [options.value] What is saved.
 * @param {string} [options.draft] What was typed and not yet committed: `view.drafts[name]`.
 * @param {(intent: object) => void} options.send
 * @param {object} [options.intent] Sent on commit with `text` and `field` added, for example
 *   `{kind: "set-words", id}`.
 * @param {(text: string) => void} [options.commit] Instead of `intent`, for what needs more.
 * @param {number} [options.rows] More than 1 makes it grow from that many lines.
 * @param {boolean} [options.clears] Empties itself on commit and keeps the focus, for entry lines;
 *   it then commits on Enter only.
 * @param {boolean} [options.hideLabel] The label is then for screen readers only.
 * @param {string} [options.hint] A quiet line under the field.
 * @param {string} [options.placeholder]
 * @param {string} [options.unsaved] What to say while a draft differs from what is saved.
 * @param {string} [options.inputmode]
 * @param {string} [options.type] `text`, `search`, `date`, `time`, `number` or `password`. A
 *   password is never journalled.
 * @param {number} [options.maxlength]
 * @param {boolean} [options.disabled]
 * @param {string} [options.key]
 * @param {(event: KeyboardEvent) => void} [options.onkey] Sees each key first, for lists of
 *   suggestions; `preventDefault` keeps it from the field.
 * @param {(text: string) => void} [options.ontext] Told of every change of text at once.
 * @returns {HTMLElement}
 */
export function field(options) {
  const id = `cf-field-${here}-${++made}`;
  const long = (options.rows ?? 1) > 1;
  const input = long
    ? h("textarea", { id, class: "cf-input", rows: options.rows, style: { "--cf-rows": options.rows } })
    : h("input", { id, class: "cf-input", type: options.type ?? "text" });
  // Else the browser writes what is typed to its own files, to give it back after a crash.
  input.setAttribute("autocomplete", "off");
  input.setAttribute("aria-describedby", `${id}-hint`);
  input.setAttribute("spellcheck", options.type === "password" ? "false" : "true");
  const label = h("label", { for: id });
  const hint = h("p", { class: "cf-field-hint", id: `${id}-hint` });
  const node = h("div", { class: "cf-field" }, label, input, hint);

  let now = options;
  let saved = options.value ?? "";
  let typed = null; // words in this field that have not come back as saved
  let committed = null; // the words of a commit under way, and what was saved before it
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
    hint.textContent = waiting ? now.unsaved : (now.hint ?? "");
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
      // Saved as typed, or saved in tidier words; either way the field shows what is saved.
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

/**
 * A choice from a list that is too long for `segmented`.
 *
 * @param {object} options
 * @param {string} options.label
 * @param {{id: string, text: string}[]} options.options
 * @param {string} options.chosen
 * @param {(id: string) => void} options.choose
 * @param {boolean} [options.hideLabel]
 * @param {string} [options.key]
 */
export function select({ label, options, chosen, choose, hideLabel, key }) {
  return h(
    "label",
    { class: "cf-field", key: key ?? `select ${label}` },
    h("span", { class: hideLabel ? "cf-unseen" : "cf-field-label", text: label }),
    h(
      "select",
      { class: "cf-input", value: chosen ?? "", on: { change: (event) => choose(event.target.value) } },
      options.map(({ id, text }) => h("option", { value: id, text })),
    ),
  );
}
