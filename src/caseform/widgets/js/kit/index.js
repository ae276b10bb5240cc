/**
 * The kit: what every page is made of. Python sends a view, already worded; a page draws it and
 * sends intents back. Nothing here knows a rule, a word or the network.
 *
 *   import { bar } from "./bar.js";
 *   import { button, field, h, page } from "./kit/index.js";
 *
 *   export default page({
 *     name: "plan",                       // styles: css/plan.css, under .cf-plan
 *     bar,                                // the therapist's bar; a room has none
 *     make: ({ send, draft }) => (plan) => [
 *       h("h1", { text: plan.title }),
 *       field({ name: "plan.where", label: plan.where.label, value: plan.where.text,
 *               draft: draft("plan.where"), send, intent: { kind: "set-where" } }),
 *       button(plan.agree, () => send({ kind: "agree" }), { look: "main" }),
 *     ],
 *   });
 *
 * A page draws its whole self for each view, as above; `redraw` then changes only what differs, so
 * that focus, selection, scroll and half-typed words stay. Give entries of a list a `key`. What only
 * the browser knows (which card is open) lives in variables of `make`; call `context.redraw()`
 * after changing it. A field belongs to its `name`; its text comes back after a crash.
 *
 * making      h(tag, about, ...children)  s(tag, about, ...children) for SVG
 * renewing    redraw(parent, ...wanted)  keyed(list, parent, keyOf, make, update)  part(…)
 * drawing     icon(name)  mark(meaning, label)  svgMark(meaning, x, y, size)  svgPatterns()
 * typing      field({name, label, value, draft, send, intent, rows, clears, …})  select({…})
 * choosing    button(text, press, options)  chip({…})  segmented({…})  tick({…})  tabs({…}, panel)
 * over it     popover(anchor, {…})  popButton({…})  menuButton({…})  dialog(root, {…})
 * saying      context.notice(text, {tone, action})
 * keys        context.shortcut({n: fn, "Ctrl+z": fn})  takesText(node)  focusables(node)
 * undoing     undoBar({undo, redo, send})
 * the frame   page({name, bar, make})
 *
 * Styles: classes start with cf-; cf-card, cf-row, cf-stack, cf-quiet, cf-empty, cf-area and cf-band
 * with cf-away, cf-toward, cf-home are in css/kit.css and caseform.look.
 */
export { button, chip, segmented, tabs, tick, undoBar } from "./choice.js";
export { focusables, h, keyed, part, redraw, s } from "./dom.js";
export { field, select } from "./field.js";
export { emblem, icon, mark, svgMark, svgPatterns } from "./icons.js";
export { shortcuts, takesText } from "./keys.js";
export { notices } from "./notice.js";
export { dialog, menuButton, popButton, popover } from "./overlay.js";
export { page } from "./page.js";
