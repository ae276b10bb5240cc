/** What the plan still needs: the findings of the rules, each with its source. */
import { h } from "../kit/index.js";
import { message } from "./said.js";

/** Makes what draws the tab with what the plan still needs. */
export function readyTab() {
  return findings;

  function findings(shown) {
    return h("section", { class: "cf-card", key: "findings" }, [
      h("h2", { text: shown.title }),
      shown.rows.length ? shown.rows.map((one) => message(one, shown.why)) : h("p", { class: "cf-quiet", text: shown.none }),
    ]);
  }
}
