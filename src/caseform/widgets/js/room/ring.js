/** A circle: its cards in a ring, read clockwise, with an arrow from each to the next. */
import { h, s } from "../kit/index.js";
import { arrow, smallCard } from "./parts.js";

export function circle(slide) {
  return [
    h("div", { class: ["cf-room-ring", slide.cards.length === 2 && "cf-room-pair"] }, [
      h("ol", { class: "cf-room-seats" }, slide.cards.map((card) =>
        smallCard(card, card.side, { data: { sign: card.sign }, style: { "--seat": card.seat, "--narrow": card.narrow } }),
      )),
      s("svg", { class: "cf-room-links", aria: { hidden: "true" } }),
    ]),
    slide.text ? h("p", { class: "cf-room-told", text: slide.text }) : null,
  ];
}

/** Draws the arrows where the cards stand now; their places are known only once they are laid out. */
export function drawRing(main) {
  const ring = main.querySelector(".cf-room-ring");
  if (!ring) return;
  const drawing = ring.querySelector(".cf-room-links");
  const frame = drawing.getBoundingClientRect();
  const cards = [...ring.querySelectorAll(".cf-room-small")];
  const boxes = cards.map((card) => boxIn(frame, card.getBoundingClientRect()));
  const arrows = boxes.map((box, n) => {
    const next = boxes[(n + 1) % boxes.length];
    const points = boxes.length === 2 ? around(box, next, n === 0) : between(box, next);
    return arrow(points, cards[n].dataset.sign);
  });
  drawing.replaceChildren(...arrows.flat());
}

function boxIn(frame, { left, top, width, height }) {
  return { x: left - frame.left, y: top - frame.top, width, height };
}

/** There above the two cards, and back below them. */
function around(from, to, isThere) {
  const edge = (box) => (isThere ? box.y : box.y + box.height);
  const [a, b] = [from.x + from.width * (isThere ? 0.6 : 0.4), to.x + to.width * (isThere ? 0.4 : 0.6)];
  const out = isThere ? -72 : 72;
  return [[a, edge(from)], [a, edge(from) + out], [b, edge(to) + out], [b, edge(to)]];
}

/** From edge to edge: sideways within a row, else down or up. */
function between(from, to) {
  const [a, b] = [from.y + from.height / 2, to.y + to.height / 2];
  if (Math.abs(a - b) < 4) {
    const [start, end] = from.x < to.x ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
    const step = (end - start) / 3;
    return [[start, a], [start + step, a], [end - step, b], [end, b]];
  }
  const [start, end] = a < b ? [from.y + from.height, to.y] : [from.y, to.y + to.height];
  const bend = (end - start) / 2;
  const [x, y] = [toward(from, to), toward(to, from)];
  return [[x, start], [x, start + bend], [y, end - bend], [y, end]];
}

/** Where on its edge a card is left for another, or reached from it. */
function toward(box, other) {
  const middle = other.x + other.width / 2;
  return Math.min(Math.max(middle, box.x + box.width / 4), box.x + (box.width * 3) / 4);
}
