/** What not attending may bring: places for totals, and bars that show ties as ties. */
import { field, h } from "../kit/index.js";
import { head, source } from "./shared.js";

export function functionTab({ send, draft }) {
  return (shown) => [
    head(shown),
    h("div", { class: "cf-prepare-two cf-prepare-functions", key: "both" }, [totals(shown), profile(shown.profile)]),
    h("section", { class: "cf-prepare-poles", key: "poles" }, [
      h("h3", { text: shown.poles.title }),
      h("dl", {}, shown.poles.all.map((one) => [
        h("dt", { key: `${one.name} name`, text: one.name }),
        h("dd", { key: one.name }, [h("span", { text: one.text }), source(shown.source, one.source, one.name)]),
      ])),
    ]),
  ];

  function totals(shown) {
    return h("section", { class: "cf-card", key: "totals" }, [
      h("p", { key: "names", text: shown.names }),
      shown.nobody ? h("p", { class: "cf-empty", key: "nobody", text: shown.nobody }) : null,
      ...shown.informants.map((one) => h("fieldset", { class: "cf-prepare-form", key: one.id }, [
        h("legend", {}, [h("strong", { text: one.called }), h("span", { class: "cf-quiet", text: one.on ? ` ${one.on}` : "" })]),
        h("div", { class: "cf-prepare-totals", key: "totals" }, one.totals.map((total, at) => {
          const name = `prepare.total.${one.id}.${at + 1}`;
          return field({
            name,
            label: shown.functions[at],
            value: total,
            draft: draft(name),
            send,
            inputmode: "numeric",
            placeholder: shown.total_hint,
            intent: { kind: "total", who: one.id, at },
          });
        })),
      ])),
    ]);
  }

  function profile(shown) {
    return h("section", { class: "cf-card", key: "profile", aria: { label: shown.title } }, [
      h("h3", { text: shown.title }),
      shown.empty ? h("p", { class: "cf-empty", key: "empty", text: shown.empty }) : null,
      h("ol", { class: "cf-prepare-bars", key: "bars" }, shown.bars.map((one) => h("li", { key: one.name }, [
        h("div", { class: "cf-row", key: "name" }, [
          h("span", { text: one.name }),
          one.mark ? h("span", { class: "cf-prepare-badge", text: one.mark }) : null,
          h("span", { class: "cf-push" }),
          h("strong", { text: one.mean }),
        ]),
        h("div", { class: "cf-prepare-bar", key: "bar", aria: { hidden: "true" } }, h("span", { style: { "--share": one.share } })),
        one.each ? h("p", { class: "cf-quiet", key: "each", text: one.each }) : null,
      ]))),
      shown.note ? h("p", { class: "cf-quiet", key: "note", text: shown.note }) : null,
    ]);
  }
}
