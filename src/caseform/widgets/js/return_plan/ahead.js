/** A look ahead, month by month: how far each day stands on the ladder. For the therapist alone. */
import { button, h, icon, segmented } from "../kit/index.js";

/** Makes what draws the look ahead; it is folded until it is asked for. */
export function aheadPart({ send }) {
  return (shown) =>
    shown &&
    h("section", { class: "cf-card cf-ahead", key: "ahead" }, [
      button(shown.title, () => send({ kind: "look-ahead", span: shown.chosen ? null : shown.spans[0].id }), {
        look: "quiet",
        icon: shown.chosen ? "up" : "down",
        key: "fold",
        aria: { expanded: String(Boolean(shown.chosen)) },
      }),
      shown.chosen
        ? h("div", { class: "cf-stack", key: "open" }, [
            h("p", { class: "cf-quiet", text: shown.hint }),
            segmented({ label: shown.label, options: shown.spans, chosen: shown.chosen, choose: (span) => span && send({ kind: "look-ahead", span }) }),
            segmented({
              key: "horizon",
              label: shown.horizon.label,
              showLabel: true,
              options: shown.horizon.options,
              chosen: shown.horizon.chosen,
              choose: (value) => send({ kind: "horizon", value: Number(value) }),
            }),
            shown.months ? months(shown) : h("p", { text: shown.none }),
          ])
        : null,
    ]);

  function months({ months: all, weekdays, legend, signs, until }) {
    return [
      h("div", { class: "cf-ahead-legend", key: "legend" }, [
        h("ol", {}, legend.map(({ level, text }) => h("li", { key: level }, [h("strong", { text: level }), h("span", { text })]))),
        h("ul", {}, signs.map(({ sign, text }) => h("li", { key: sign }, [
          h("span", { class: `cf-ahead-sign cf-ahead-${sign}`, aria: { hidden: "true" } }, sign === "up" ? icon("up") : null),
          h("span", { text }),
        ]))),
      ]),
      h("div", { class: "cf-ahead-months", key: "months" }, all.map(({ key, name, weeks }) =>
        h("table", { key }, [
          h("caption", { text: name }),
          h("thead", {}, h("tr", {}, weekdays.map((day) => h("th", { scope: "col", text: day })))),
          h("tbody", {}, weeks.map((week) => h("tr", {}, week.map((day) => (day ? cell(day) : h("td")))))),
        ]),
      )),
      until ? h("p", { class: "cf-quiet", key: "until", text: until }) : null,
    ];
  }

  function cell(day) {
    return h("td", {
      title: day.says || null,
      class: [day.level && "cf-ahead-level", day.is_off && "cf-ahead-off", day.is_end && "cf-ahead-end"],
      style: { "--share": day.share },
    }, [
      h("span", { class: "cf-ahead-date", text: day.day }),
      day.level ? h("strong", { text: day.level }) : null,
      day.is_up ? [icon("up"), h("span", { class: "cf-unseen", text: day.up })] : null,
      day.is_off ? h("span", { class: "cf-unseen", text: day.says }) : null,
    ]);
  }
}
