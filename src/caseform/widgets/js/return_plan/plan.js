/** The tab with the plan: how before when, the ladder, the coming days, and what if. */
import { button, h } from "../kit/index.js";
import { againPart } from "./again.js";
import { agreePart } from "./agree.js";
import { aheadPart } from "./ahead.js";
import { daysPart } from "./days.js";
import { howPart } from "./how.js";
import { ladderPart } from "./ladder.js";
import { whatIfPart } from "./what_if.js";

/** Makes what draws the tab with the plan. */
export function planTab(context, ask, who) {
  const { redraw } = context;
  const again = againPart(context);
  const ahead = aheadPart(context);
  const agreeing = agreePart(context, ask);
  const days = daysPart(context, ask, who);
  const how = howPart(context);
  const ladder = ladderPart(context, ask);
  const whatIf = whatIfPart(context);
  let unfolded = false;
  // What is asked for by its label may be read only, or folded away.
  plan.open = (label, step) => { unfolded = true; how.open(label); if (step) ladder.open(step); };
  return plan;

  function plan(view) {
    const coming = days(view.days, (written) => agreeing(view.agree, written));
    return [
      who(view.people),
      again(view.again),
      view.days.is_later
        ? h("div", { class: "cf-stack", key: "not-yet" }, [
            coming,
            button(view.days.for_later, () => { unfolded = !unfolded; redraw(); }, {
              look: "quiet",
              icon: unfolded ? "up" : "down",
              class: "cf-plan-for-later",
              key: "fold",
              aria: { expanded: String(unfolded) },
            }),
            unfolded ? h("div", { class: "cf-plan-columns", key: "later" }, [how(view.how), ladder(view.ladder)]) : null,
          ])
        : h("div", { class: "cf-plan-columns", key: "columns" }, [
            how(view.how),
            h("div", { class: "cf-stack cf-plan-coming", key: "coming" }, [coming, whatIf(view.what_if), ahead(view.ahead)]),
            ladder(view.ladder),
          ]),
    ];
  }
}
