/** What keeps what going, as curved arrows between the cards, measured where they lie. */
import { h, redraw, s } from "../kit/index.js";

const BEND = 0.16; // of the way, to the side; a pair of opposite arrows stays apart
const MOST_BEND_PX = 60;
const GAP_PX = 5;
// Beside cards that lie above each other, so that those between hide nothing; the further, the more.
const LEAST_BESIDE_PX = 16;
const MOST_BESIDE_PX = 40;
const BESIDE = 0.06;
const HEAD_PX = 10;
const SIGN_PX = 7; // of a sign that may lie over the edge of a card

/** Parts of the way along an arrow, the middle first. */
const ALONG = Array.from({ length: 41 }, (_, n) => 0.5 + (n % 2 ? 1 : -1) * Math.ceil(n / 2) * 0.02);

/**
 * @param {HTMLElement} root The page.
 * @param {object} does
 * @param {(id: string) => void} does.press A sign on an arrow was pressed.
 */
export function arrows(root, { press }) {
  const svg = s("svg", { key: "arrows", class: "cf-pic-arrows", aria: { hidden: "true" }, focusable: "false" });
  const signs = h("div", { key: "signs", class: "cf-pic-arrow-signs" });
  let wrap = null;
  let view = null;
  let inFront = false;
  let top = (id) => id; // the card that a card lies under, or itself
  let lit = new Set(); // the links of the circle that is drawn
  let near = null; // the card under the pointer or with the focus
  let frame = 0;

  const look = (event) => {
    const card = event.target.closest?.("[data-card]")?.dataset.card ?? null;
    if (card === near) return;
    near = card;
    draw();
  };

  const draw = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (wrap?.isConnected) drawNow();
    });
  };

  const drawNow = () => {
    const origin = wrap.getBoundingClientRect();
    if (!origin.width) return;
    const boxes = new Map();
    for (const node of wrap.querySelectorAll(".cf-pic-board [data-card]")) {
      boxes.set(node.dataset.card, relative(node.getBoundingClientRect(), origin));
    }
    svg.setAttribute("viewBox", `0 0 ${origin.width} ${origin.height}`);
    const drawn = view.links
      .map((link) => ({ ...link, isLit: lit.has(`${link.source} ${link.target}`), source: top(link.source), target: top(link.target) }))
      .filter(({ source, target }) => source !== target && boxes.has(source) && boxes.has(target))
      .map((link) => ({ ...link, ...curve(boxes.get(link.source), boxes.get(link.target), boxes) }));
    redraw(
      svg,
      drawn.map(({ id, sign, path, head, source, target, isLit }) =>
        s("g", { key: id, class: ["cf-pic-arrow", `cf-pic-arrow-${sign ?? "open"}`, (source === near || target === near) && "cf-pic-arrow-near", isLit && "cf-pic-arrow-lit"] }, [
          s("path", { class: "cf-pic-line", d: path }),
          s("polygon", { class: "cf-pic-head", points: head }),
        ]),
      ),
    );
    redraw(
      signs,
      inFront
        ? drawn.map(({ id, sign, text, middle: [x, y] }) =>
            h(
              "button",
              {
                type: "button",
                key: id,
                class: ["cf-pic-arrow-sign", `cf-pic-arrow-sign-${sign ?? "open"}`],
                style: { left: `${x}px`, top: `${y}px` },
                title: text,
                aria: { label: text },
                on: { click: () => press(id) },
              },
              h("span", { text: { more: "+", less: "−" }[sign] ?? "?" }),
            ),
          )
        : [],
    );
  };

  return {
    parts: [svg, signs],
    look,
    /**
     * Draws the links of `board` in `around`.
     *
     * @param {HTMLElement} around
     * @param {object} board
     * @param {object} how
     * @param {boolean} how.linking With their signs, while cards are being linked.
     * @param {Map<string, string>} how.under Which card lies under which.
     * @param {Set<string>} how.circle The links of the circle that is drawn.
     */
    show(around, board, { linking, under, circle }) {
      wrap = around;
      view = board;
      inFront = linking;
      top = (id) => under.get(id) ?? id;
      lit = circle;
      root.classList.toggle("cf-pic-lit", lit.size > 0);
      root.classList.toggle("cf-pic-linking", linking);
      draw();
    },
    draw,
    end: () => cancelAnimationFrame(frame),
  };
}

function relative(box, origin) {
  const [x, y] = [box.left - origin.left, box.top - origin.top];
  return { left: x, top: y, right: x + box.width, bottom: y + box.height, x: x + box.width / 2, y: y + box.height / 2 };
}

/** A bent line from the edge of one box to the edge of another, and the head at its end. */
function curve(one, other, boxes) {
  const [start, via, end] = areStacked(one, other) ? beside(one, other) : across(one, other);
  const [ux, uy] = unit(via, end);
  const base = [end[0] - ux * HEAD_PX, end[1] - uy * HEAD_PX];
  const half = HEAD_PX * 0.55;
  const head = [end, [base[0] - uy * half, base[1] + ux * half], [base[0] + uy * half, base[1] - ux * half]];
  return {
    path: `M${at(start)}Q${at(via)} ${at(base)}`,
    head: head.map(at).join(" "),
    middle: openPoint(start, via, end, [...boxes.values()]),
  };
}

/** Whether one lies above the other with room for a card in between. */
function areStacked(one, other) {
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const between = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
  return shared > (one.right - one.left) / 2 && between > 40;
}

function beside(one, other) {
  const left = Math.min(one.left, other.left);
  const down = Math.sign(other.y - one.y);
  const start = [one.left, one.y + down * 6];
  const end = [other.left - 2, other.y - down * 6];
  const aside = Math.min(LEAST_BESIDE_PX + Math.abs(other.y - one.y) * BESIDE, MOST_BESIDE_PX);
  return [start, [left - aside, (start[1] + end[1]) / 2], end];
}

function across(one, other) {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const long = Math.hypot(dx, dy) || 1;
  const bend = Math.min(long * BEND, MOST_BEND_PX);
  const via = [(one.x + other.x) / 2 - (dy / long) * bend, (one.y + other.y) / 2 + (dx / long) * bend];
  return [edge(one, via, GAP_PX), via, edge(other, via, GAP_PX)];
}

/** The point nearest to the middle of the curve where a sign covers no words; else the middle. */
function openPoint(start, via, end, boxes) {
  const point = (t) => [0, 1].map((n) => (1 - t) ** 2 * start[n] + 2 * t * (1 - t) * via[n] + t ** 2 * end[n]);
  const isOpen = ([x, y], edge) =>
    !boxes.some((box) => x > box.left - edge && x < box.right + edge && y > box.top - edge && y < box.bottom + edge);
  const points = ALONG.map(point);
  return points.find((each) => isOpen(each, SIGN_PX)) ?? points.find((each) => isOpen(each, 0)) ?? points[0];
}

/** Where the line from the middle of `box` to `point` leaves it, and `gap` further. */
function edge(box, point, gap) {
  const [dx, dy] = [point[0] - box.x, point[1] - box.y];
  const share = Math.min(
    (box.right - box.x + gap) / (Math.abs(dx) || 1e-6),
    (box.bottom - box.y + gap) / (Math.abs(dy) || 1e-6),
  );
  return [box.x + dx * share, box.y + dy * share];
}

function unit([ax, ay], [bx, by]) {
  const long = Math.hypot(bx - ax, by - ay) || 1;
  return [(bx - ax) / long, (by - ay) / long];
}

function at([x, y]) {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
