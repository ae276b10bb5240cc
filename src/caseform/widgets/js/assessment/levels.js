/** Where the support stands: the region's own system first, the other one within reach. */
import { field, h, segmented } from "../kit/index.js";
import { earlierOnes, folding, head, source } from "./shared.js";

export function levelsTab({ send, draft, redraw }) {
  const fold = folding(redraw);

  return (shown) => [
    head(shown),
    ...shown.systems.map((system) => system.own && !system.chosen
      ? fold(system.id, system.title, () => [h("p", { class: "cf-quiet", key: "own", text: system.own }), levels(system, shown)])
      : h("section", { class: "cf-card cf-prepare-levels", key: system.id }, [
          h("h3", { text: system.title }),
          system.own ? h("p", { class: "cf-quiet", text: system.own }) : null,
          levels(system, shown),
        ])),
  ];

  function levels(system, shown) {
    const at = `prepare.level.${system.id}`;
    return h("div", { class: "cf-stack", key: "levels" }, [
      segmented({
        label: system.title,
        options: system.options,
        chosen: system.chosen,
        choose: (value) => value != null && send({ kind: "level", system: system.id, name: "level", value }),
        wrap: true,
      }),
      h("dl", { class: "cf-prepare-means", key: "means" }, system.options.map((one) => [
        h("dt", { key: `${one.id} name`, text: one.text }),
        h("dd", { key: one.id }, [one.about, source(shown.source, one.source, one.text)]),
      ])),
      system.chosen
        ? field({
            name: at,
            label: shown.reason,
            hint: system.on || shown.reason_hint,
            value: system.reason,
            draft: draft(at),
            send,
            rows: 2,
            intent: { kind: "level", system: system.id, name: "reason" },
          })
        : null,
      system.earlier.length ? earlierOnes(system.earlier) : null,
    ]);
  }
}
