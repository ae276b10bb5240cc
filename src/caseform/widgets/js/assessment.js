/** Preparing: how each one sees it, the talk, the type of absence, signals, what it brings, safety. */
import { asking } from "./ask.js";
import { functionTab } from "./assessment/function.js";
import { levelsTab } from "./assessment/levels.js";
import { rowsTab } from "./assessment/rows.js";
import { safetyTab } from "./assessment/safety.js";
import { signalsTab } from "./assessment/signals.js";
import { talkTab } from "./assessment/talk.js";
import { timelineTab } from "./assessment/timeline.js";
import { typesTab } from "./assessment/types.js";
import { bar } from "./bar.js";
import { h, page, tabs } from "./kit/index.js";

export default page({
  name: "assessment",
  bar,
  make: (context) => {
    const ask = asking(context);
    const panels = {
      views: rowsTab(context, ask),
      talk: talkTab(context),
      types: typesTab(context),
      signals: signalsTab(context),
      function: functionTab(context),
      time: timelineTab(context, ask),
      safety: safetyTab(context),
      levels: levelsTab(context),
    };
    let tab = "views";

    return (view) => [
      h("h1", { text: view.title }),
      tabs(
        {
          key: "assessment",
          label: view.tabs.label,
          tabs: view.tabs.all,
          chosen: tab,
          choose: (id) => {
            tab = id;
            context.redraw();
          },
        },
        h("div", { class: ["cf-prepare", `cf-prepare-${tab}`], key: tab }, panels[tab](view[tab])),
      ),
    ];
  },
});
