/** What the page says back: one calm sentence at the bottom, heard by screen readers too. */
import { button } from "./choice.js";
import { h, keyed } from "./dom.js";

const CALM_MS = 7000;

/**
 * Makes the place where notices appear.
 *
 * @param {() => string} closeWords What the button that takes a notice away says.
 * @returns {{node: HTMLElement, notice: (text: string, options?: {tone?: "calm"|"problem",
 *   action?: {text: string, press: () => void}}) => void}}
 */
export function notices(closeWords) {
  const node = h("div", { class: "cf-notices", role: "status", aria: { live: "polite" } });
  let all = [];
  let made = 0;

  const draw = () =>
    keyed(all, node, ({ id }) => id, (entry) => {
      const leave = () => {
        all = all.filter((each) => each !== entry);
        draw();
      };
      const { text, tone, action } = entry;
      const made = h(
        "div",
        { class: ["cf-notice", `cf-notice-${tone}`] },
        h("p", { text }),
        action &&
          button(action.text, () => {
            leave();
            action.press();
          }),
        button(closeWords(), leave, { icon: "close", iconOnly: true, look: "quiet" }),
      );
      // A problem stays until it was read; the rest goes, unless someone is at it.
      if (tone === "calm") {
        const fade = () => {
          if (made.matches(":hover, :focus-within")) setTimeout(fade, CALM_MS);
          else leave();
        };
        setTimeout(fade, CALM_MS);
      }
      return made;
    });

  const notice = (text, { tone = "calm", action } = {}) => {
    all = all.filter((each) => each.text !== text).slice(-2);
    all.push({ id: String(++made), text, tone, action });
    draw();
  };
  return { node, notice };
}
