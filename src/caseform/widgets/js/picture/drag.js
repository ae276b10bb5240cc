/** Dragging by mouse and finger, across cells. */
import { Sortable, byHand, dressDragged } from "../kit/sorting.js";
import { placeOf } from "./arrange.js";

/**
 * @param {object} does
 * @param {(id: string, place: string|null, side: string|null, before: string|null) => void} does.move
 * @param {() => boolean} does.mayStart
 * @param {() => void} does.began
 * @param {() => void} does.ended
 */
export function dragging({ move, mayStart, began, ended }) {
  const lists = new Map();
  let on = false;

  // SortableJS looks where the card hangs twenty times a second; a quick hand lets go in between.
  const lookOnceMore = () => Sortable.active?._emulateDragOver();

  const start = () => {
    on = true;
    document.addEventListener("pointerup", lookOnceMore, { capture: true, once: true });
    dressDragged();
    began();
  };

  const end = ({ item, to }) => {
    on = false;
    const { place, side } = placeOf(to.dataset.cell);
    const next = item.nextElementSibling?.dataset.card ?? null;
    move(item.dataset.card, place, side, next);
    ended();
  };

  const wire = (wrap) => {
    for (const [list, sortable] of lists) {
      if (list.isConnected) continue;
      sortable.destroy();
      lists.delete(list);
    }
    for (const list of wrap.querySelectorAll("[data-cell]")) {
      if (!lists.has(list)) {
        lists.set(
          list,
          Sortable.create(list, {
            ...byHand(),
            group: "cards",
            draggable: ".cf-pic-item",
            ghostClass: "cf-pic-gap",
            fallbackClass: "cf-pic-lifted",
            // Narrow: the tray lies at the edge, and taking a card from it must not scroll.
            scrollSensitivity: 28,
            onStart: start,
            onEnd: end,
          }),
        );
      }
      lists.get(list).option("disabled", !mayStart());
    }
  };

  return {
    wire,
    isOn: () => on,
    end: () => {
      for (const sortable of lists.values()) sortable.destroy();
      lists.clear();
    },
  };
}
