/** Signals by list, the morning, what hinders, and bodily complaints apart from reported sick. */
import { field, h } from "../kit/index.js";
import { questions } from "./questions.js";
import { folding, head } from "./shared.js";

export function signalsTab(context) {
  const { send, draft, redraw } = context;
  const asked = questions(context);
  const fold = folding(redraw, ["early-signal"]);

  return (shown) => [
    head(shown),
    h("div", { class: "cf-prepare-two", key: "fields" }, shown.fields.map(({ name, label, hint, value }) => {
      const at = `prepare.${name}`;
      return field({ name: at, label, hint, value, draft: draft(at), send, rows: 3, intent: { kind: "write", name } });
    })),
    asked.choose(shown.speakers),
    h("div", { class: "cf-prepare-groups", key: "groups" }, shown.groups.map((group) => fold(
      group.id,
      [h("span", { class: "cf-prepare-group", text: group.title }), h("span", { class: "cf-quiet", text: group.glance })],
      () => [
        h("p", { class: "cf-quiet", key: "hint", text: group.hint }),
        h("ul", { class: "cf-prepare-questions", key: "list" }, group.questions.map((one) => asked.one(one, shown.speakers))),
      ],
    ))),
    h("section", { class: "cf-card cf-prepare-body", key: "body" }, [
      h("h3", { text: shown.body.title }),
      h("p", { class: "cf-quiet", text: shown.body.hint }),
      h("dl", {}, shown.body.lines.map((line) => [
        h("dt", { key: `${line.label} label`, text: line.label }),
        h("dd", { key: line.label }, [h("strong", { text: line.count }), line.days ? h("span", { class: "cf-quiet", text: ` ${line.days}` }) : null]),
      ])),
    ]),
  ];
}
