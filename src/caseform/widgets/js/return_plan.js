/** The graded return: how before when, the ladder, the coming days with reasons, the timetable. */
import { asking } from "./ask.js";
import { bar } from "./bar.js";
import { h, page, segmented, tabs } from "./kit/index.js";
import { peopleBeside } from "./people.js";
import { planTab } from "./return_plan/plan.js";
import { readyTab } from "./return_plan/ready.js";
import { timetableTab } from "./return_plan/timetable.js";
import { waysTab } from "./return_plan/ways.js";

export default page({
  name: "plan",
  bar,
  make: (context) => {
    const { send, redraw, goto, main } = context;
    const ask = asking(context);
    const plan = planTab(context, ask, peopleBeside(context, ask));
    const timetable = timetableTab(context, ask);
    const ready = readyTab(context, ask, go);
    const ways = waysTab(context, ask, go);
    const panels = {
      plan,
      timetable: (view) => timetable(view.timetable),
      ready: ready.draw,
      ways: ways.draw,
    };
    let tab = "plan";

    // Where something is solved: another page, or a tab with a row to unfold or a field to fill in.
    function go({ workbook, tab: to, open, label_of: field, step }) {
      if (workbook) return goto(workbook);
      tab = to;
      if (to === "plan") plan.open(field, step);
      if (to === "ready") ready.open(open);
      if (to === "ways") ways.open(open);
      redraw();
      const named = [...main.querySelectorAll(".cf-field label, label.cf-field > :first-child")].find(({ textContent }) => textContent === field);
      const rung = step && main.querySelector(`[data-step="${CSS.escape(step)}"] .cf-ladder-words`);
      const there = named?.closest(".cf-field").querySelector("input, textarea, select") ?? rung ?? main.querySelector(".cf-plan-unfolded > button") ?? main.querySelector("[role=tab][aria-selected=true]");
      there.scrollIntoView({ block: "center" });
      there.focus({ preventScroll: true });
    }

    return (view) => [
      h("header", { class: "cf-plan-head" }, [
        h("h1", { text: view.title }),
        segmented({
          label: view.goal.label,
          showLabel: true,
          options: view.goal.options,
          chosen: view.goal.chosen,
          choose: (value) => value && send({ kind: "goal", value }),
        }),
      ]),
      tabs(
        {
          key: "plan",
          label: view.tabs.label,
          tabs: view.tabs.all,
          chosen: tab,
          choose: (id) => { tab = id; redraw(); },
        },
        h("div", { class: `cf-plan-${tab}`, key: tab }, panels[tab](view)),
      ),
    ];
  },
});
