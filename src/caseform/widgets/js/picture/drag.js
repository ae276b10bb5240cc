/** Dragging by mouse and finger, across cells. */
import Sortable from "sortablejs";
import { placeOf } from "./arrange.js";

const FINGER_MS = 180; // shorter is a scroll

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
    Sortable.ghost?.classList.add("cf");
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
            group: "cards",
            draggable: ".cf-pic-item",
            animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
            // Pointer events instead of the browser's own dragging: the same by mouse and finger,
            // and JupyterLab does not take part in it.
            forceFallback: true,
            fallbackTolerance: 5,
            delay: FINGER_MS,
            delayOnTouchOnly: true,
            touchStartThreshold: 6,
            ghostClass: "cf-pic-gap",
            // On the page's body, because a panel of JupyterLab would clip what is dragged.
            fallbackOnBody: true,
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
