/** Which card lies where: as Python says, with what was moved here since laid over it. */

/** The place of cards that have none yet. */
export const TRAY = "tray";

/**
 * Lays cards of one cell that say the same on top of each other, each with who says it too.
 *
 * @param {Map<string, object[]>} cells
 * @returns {{cells: Map<string, object[]>, under: Map<string, string>}} The cells as they are
 *   drawn, and for each card that lies under another the one that it lies under.
 */
export function folded(cells) {
  const under = new Map();
  const drawn = new Map();
  for (const [cell, list] of cells) {
    const shown = [];
    for (const card of list) {
      const top = shown.find((other) => other.agree.includes(card.id));
      if (!top) {
        shown.push({ ...card, also: [] });
      } else {
        under.set(card.id, top.id);
        if (card.by && card.by !== top.by && !top.also.includes(card.by)) top.also.push(card.by);
      }
    }
    drawn.set(cell, shown);
  }
  return { cells: drawn, under };
}

/** The name of a cell; the tray where either half is missing. */
export function cellOf(place, side) {
  return place && side ? `${place}/${side}` : TRAY;
}

/** The place and side of the cell `name`. */
export function placeOf(name) {
  const [place, side] = name === TRAY ? [null, null] : name.split("/");
  return { place, side };
}

/**
 * Returns the cards of each cell, in order.
 *
 * @param {{cards: object[]}} board
 * @param {{id: string, place: string|null, side: string|null, before: string|null}[]} moves Oldest
 *   first.
 * @param {Set<string>} hidden Layers that are not shown.
 * @returns {Map<string, object[]>}
 */
export function arranged(board, moves, hidden) {
  const order = [...board.cards];
  for (const { id, place, side, before } of moves) {
    const at = order.findIndex((card) => card.id === id);
    if (at < 0) continue;
    const [card] = order.splice(at, 1);
    const next = before ? order.findIndex((other) => other.id === before) : -1;
    order.splice(next < 0 ? order.length : next, 0, { ...card, place, side, half: "" });
  }
  const cells = new Map();
  for (const card of order) {
    if (hidden.has(card.layer)) continue;
    const cell = cellOf(card.place, card.side);
    if (!cells.has(cell)) cells.set(cell, []);
    cells.get(cell).push(card);
  }
  return cells;
}
