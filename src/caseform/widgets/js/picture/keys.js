/** The board by keyboard: arrows move the card, or the focus while two cards are being linked. */
import { cellOf, TRAY } from "./arrange.js";

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function cardKeys({ root, board, cells, move, remove, link, open, nodeOf }) {
  return (event, id) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const act = {
      Enter: () => (link.isOn() ? link.choose(id) : open(id)),
      " ": () => (link.isOn() ? link.choose(id) : open(id)),
      l: () => link.start(id),
      L: () => link.start(id),
      Delete: () => remove(id),
      Backspace: () => remove(id),
    }[event.key];
    const step = STEPS[event.key];
    if (!act && !step) return;
    event.preventDefault();
    event.stopPropagation();
    if (act) act();
    else if (link.isOn()) travel(id, step);
    else if (event.shiftKey) reorder(id, step[0] + step[1]);
    else carry(id, step);
  };

  /** Lays the card one cell further, and keeps the focus on it. */
  function carry(id, [right, down]) {
    const [from, card] = find(id);
    const rows = board().rows.map((row) => row.id);
    const sides = board().sides.map((side) => side.id);
    let column = Math.max(0, sides.indexOf(card.side));
    let row = rows.indexOf(card.place);
    if (from === TRAY) {
      if (down >= 0) return;
      if (row < 0) row = rows.length - 1;
    } else {
      column = Math.min(Math.max(column + right, 0), sides.length - 1);
      row = Math.max(row + down, 0);
    }
    const place = rows[row] ?? null;
    const side = place && sides[column];
    if (cellOf(place, side) !== from) go(id, place, side, null);
  }

  function reorder(id, by) {
    const [cell, card] = find(id);
    const list = cells().get(cell);
    const to = list.findIndex((each) => each.id === id) + by;
    if (to < 0 || to >= list.length) return;
    go(id, card.place, card.side, by < 0 ? list[to].id : (list[to + 1]?.id ?? null));
  }

  function go(id, place, side, before) {
    const item = root.querySelector(`[data-card="${id}"]`);
    const list = root.querySelector(`[data-cell="${cellOf(place, side)}"]`);
    const next = before && list.querySelector(`[data-card="${before}"]`);
    // Moved by hand first, so that the page finds it where it belongs and the focus stays.
    if (list.moveBefore) list.moveBefore(item, next);
    else list.insertBefore(item, next);
    move(id, place, side, before);
    nodeOf(id)?.focus({ preventScroll: true });
    nodeOf(id)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Moves the focus to the nearest card in that direction. */
  function travel(id, [right, down]) {
    const middle = (node) => {
      const at = node.getBoundingClientRect();
      return [at.left + at.width / 2, at.top + at.height / 2];
    };
    const [x, y] = middle(nodeOf(id));
    let best = null;
    let least = Infinity;
    for (const node of root.querySelectorAll(".cf-pic-card")) {
      const [a, b] = middle(node);
      const ahead = (a - x) * right + (b - y) * down;
      const aside = Math.abs((a - x) * down) + Math.abs((b - y) * right);
      if (ahead > 1 && ahead + aside * 2 < least) [best, least] = [node, ahead + aside * 2];
    }
    best?.focus();
  }

  function find(id) {
    for (const [cell, list] of cells()) {
      const card = list.find((each) => each.id === id);
      if (card) return [cell, card];
    }
    return [TRAY, {}];
  }
}
