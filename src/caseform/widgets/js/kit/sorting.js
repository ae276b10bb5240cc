/**
 * What dragging by mouse and by finger has in common, for SortableJS. A page that drags imports
 * this by itself: the kit would bring SortableJS to pages that do not.
 */
import Sortable from "sortablejs";

export { Sortable };

const FINGER_MS = 180; // shorter is a scroll

/** Options of `Sortable.create`, to be spread before a list's own. */
export const byHand = () => ({
  animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
  // Pointer events instead of the browser's own dragging: the same by mouse and finger, and
  // JupyterLab does not take part in it.
  forceFallback: true,
  fallbackTolerance: 5,
  delay: FINGER_MS,
  delayOnTouchOnly: true,
  touchStartThreshold: 6,
  // On the page's body, because a panel of JupyterLab would clip what is dragged.
  fallbackOnBody: true,
});

/** Gives what is being dragged, which hangs outside the page, the page's looks. */
export const dressDragged = () => Sortable.ghost?.classList.add("cf");
