/** The graded return: how before when, the ladder, the coming days with reasons, the timetable. */
import { asking } from "./ask.js";
import { bar } from "./bar.js";
import { h, page, segmented, tabs } from "./kit/index.js";
import { peopleBeside } from "./people.js";
import { ladderPart } from "./return_plan/ladder.js";
import { planParts } from "./return_plan/plan.js";
import { readyTab } from "./return_plan/ready.js";
import { timetableTab } from "./return_plan/timetable.js";

export default page({
  name: "plan",
  bar,
  make: (context) => {
    const { send, redraw } = context;
    const ask = asking(context);
    const who = peopleBeside(context, ask);
    const { how, days } = planParts(context, ask);
    const ladder = ladderPart(context, ask);
    const timetable = timetableTab(context, ask);
    const ready = readyTab();
    const panels = {
      plan: (view) => [
        who(view.people),
        h("div", { class: "cf-plan-columns" }, [
          h("div", { class: "cf-stack", key: "left" }, [how(view.how), ladder(view.ladder)]),
          h("div", { class: "cf-stack", key: "right" }, [days(view.days)]),
        ]),
      ],
      timetable: (view) => timetable(view.timetable),
      ready: (view) => ready(view.findings),
    };
    let tab = "plan";

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
