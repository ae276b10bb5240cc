/**
 * Small drawings. Words carry no symbol characters, because each system draws those in its own
 * font, some as coloured pictures. Shapes that mean something come from the tokens.
 */
import { meaning } from "caseform:tokens";
import { h, s } from "./dom.js";

const STROKES = {
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
  grip: "M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01",
};

/**
 * Draws an icon beside words that say the same; it is hidden from screen readers.
 *
 * @param {keyof typeof STROKES} name
 */
export function icon(name) {
  return s(
    "svg",
    { class: `cf-icon cf-icon-${name}`, viewBox: "0 0 20 20", aria: { hidden: "true" }, focusable: "false" },
    s("path", { d: STROKES[name] }),
  );
}

/** The sign of caseform: a disc, half of it lit. */
export function emblem() {
  return s(
    "svg",
    { class: "cf-icon cf-emblem", viewBox: "0 0 20 20", aria: { hidden: "true" }, focusable: "false" },
    s("circle", { cx: 10, cy: 10, r: 7 }),
    s("path", { d: "M10 3a7 7 0 0 0 0 14z", class: "cf-solid" }),
  );
}

/**
 * Draws the mark of a meaning in HTML.
 *
 * @param {"away"|"toward"|"home"|"keeps"|"strength"} name
 * @param {string} [label] What a screen reader says; without it the mark is decoration.
 */
export function mark(name, label) {
  const about = label ? { role: "img", aria: { label } } : { aria: { hidden: "true" } };
  return h("span", { class: `cf-mark cf-${name}`, ...about });
}

/**
 * Draws the mark of a meaning inside an SVG picture.
 *
 * @param {"away"|"toward"|"home"|"keeps"|"strength"} name
 * @param {number} x Left side.
 * @param {number} y Top.
 * @param {number} size Width and height.
 */
export function svgMark(name, x, y, size) {
  const { shape, ring, filled } = meaning[name];
  const place = { transform: `translate(${x} ${y}) scale(${size / 16})`, aria: { hidden: "true" } };
  if (shape) {
    return s("polygon", { ...place, class: `cf-svg-mark cf-${name}`, points: shape.join(" ") });
  }
  const [outer, inner] = ring;
  return s(
    "g",
    { ...place, class: `cf-svg-ring cf-${name}` },
    s("circle", { cx: 8, cy: 8, r: outer - 0.75 }),
    s("circle", { cx: 8, cy: 8, r: inner - 0.75, class: filled ? "cf-solid" : null }),
  );
}

/**
 * Patterns for an SVG picture: put the result in it once and fill areas with `url(#cf-away)`,
 * `url(#cf-toward)` or `url(#cf-home)`.
 */
export function svgPatterns() {
  const square = (name, size, ...inside) =>
    s(
      "pattern",
      { id: `cf-${name}`, class: `cf-${name}`, width: size, height: size, patternUnits: "userSpaceOnUse" },
      s("rect", { width: size, height: size, class: "cf-svg-tint" }),
      inside,
    );
  return s(
    "defs",
    {},
    square("away", 8, s("path", { d: "M-2 -2l12 12M-2 6l4 4M6 -2l4 4", class: "cf-svg-hatch" })),
    square("toward", 8),
    square("home", 8, s("circle", { cx: 4, cy: 4, r: 1.5, class: "cf-svg-dot" })),
  );
}
