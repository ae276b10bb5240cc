/** Papers: who sees what, a preview for whom it is made, and writing it to a folder. */
import { bar } from "./bar.js";
import { button, h, page, segmented, tabs, tick } from "./kit/index.js";

export default page({
  name: "papers",
  bar,
  make: ({ send, redraw }) => {
    let tab = "paper";
    const kinds = new Set(["html"]);

    return (view) => [
      h("h1", { text: view.title }),
      tabs(
        {
          label: view.tabs.label,
          tabs: [
            { id: "paper", text: view.tabs.paper },
            { id: "sharing", text: view.tabs.sharing },
          ],
          chosen: tab,
          choose: (id) => {
            tab = id;
            redraw();
          },
        },
        tab === "paper" ? papers(view) : sharing(view.sharing),
      ),
    ];

    function papers(view) {
      return h("div", { class: "cf-papers-columns", key: "papers" }, [
        h("div", { class: "cf-papers-choices" }, [
          segmented({
            label: view.for.label,
            showLabel: true,
            options: view.for.options,
            chosen: view.for.chosen,
            choose: (room) => room && send({ kind: "for", room }),
            wrap: true,
          }),
          h("fieldset", { class: "cf-papers-formats" }, [
            h("legend", { class: "cf-field-label", text: view.formats.label }),
            ...view.formats.options.map((format) =>
              tick({
                key: format.id,
                text: format.text,
                hint: format.hint,
                checked: kinds.has(format.id),
                change: (on) => {
                  if (on) kinds.add(format.id);
                  else kinds.delete(format.id);
                  redraw();
                },
              }),
            ),
          ]),
          button(view.formats.write, () => send({ kind: "write", kinds: [...kinds] }), {
            look: "main",
            icon: "paper",
            disabled: kinds.size === 0,
          }),
          h("p", { class: "cf-quiet", text: view.formats.where }),
          view.written ? h("p", { class: "cf-papers-written", role: "status", text: view.written }) : null,
        ]),
        h("div", { class: "cf-papers-shown" }, [
          h("p", { class: "cf-quiet", text: view.sees }),
          kinds.has("ics") ? calendar(view.calendar) : null,
          paper(view.paper),
        ]),
      ]);
    }

    function sharing(shared) {
      if (shared.empty) return h("p", { class: "cf-empty", key: "sharing", text: shared.empty });
      return h("div", { class: "cf-papers-sharing", key: "sharing" }, [
        h("p", { class: "cf-quiet", text: shared.hint }),
        h("table", { class: "cf-papers-table" }, [
          h("thead", {}, h("tr", {}, [
            h("td"),
            ...shared.audiences.map((one) => h("th", { scope: "col", title: one.text }, h("span", { class: "cf-papers-audience", text: one.text }))),
          ])),
          ...shared.groups.map((group) => h("tbody", { key: group.title }, [
            h("tr", {}, h("th", { scope: "rowgroup", class: "cf-papers-group", colspan: shared.audiences.length + 1 }, [
              h("span", { text: group.title }),
              group.hint ? h("span", { class: "cf-papers-note", text: group.hint }) : null,
            ])),
            ...group.rows.map((row) => sharedRow(row, shared)),
          ])),
        ]),
      ]);
    }

    function sharedRow(row, { audiences, nobody, never }) {
      return h("tr", { key: `${row.collection}-${row.id}` }, [
        h("th", { scope: "row", class: "cf-papers-row" }, [
          row.words,
          row.labels.length ? null : h("span", { class: "cf-papers-note", text: nobody }),
        ]),
        ...audiences.map((one) => h("td", { key: one.label }, row.never.includes(one.label)
          ? h("span", { class: "cf-papers-never", title: never }, [
              h("span", { text: "–", aria: { hidden: "true" } }),
              h("span", { class: "cf-unseen", text: never }),
            ])
          : h("label", { class: "cf-papers-cell" }, h("input", {
              type: "checkbox",
              checked: row.labels.includes(one.label),
              aria: { label: `${row.words}: ${one.text}` },
              on: {
                change: (event) =>
                  send({ kind: "share", collection: row.collection, id: row.id, label: one.label, on: event.target.checked }),
              },
            })))),
      ]);
    }
  },
});

/** What goes into a calendar is read before anyone is given it. */
function calendar(shown) {
  return h("section", { class: "cf-papers-sheet cf-papers-calendar", key: "calendar", aria: { label: shown.title } }, [
    h("h2", { text: shown.title }),
    shown.entries.length ? h("ul", { class: "cf-papers-list" }, shown.entries.map((text) => h("li", { text }))) : null,
    ...shown.notes.map((text) => h("p", { class: "cf-quiet", text })),
  ]);
}

function paper(shown) {
  return h("article", { class: "cf-papers-sheet", lang: null }, [
    shown.invented ? h("p", { class: "cf-papers-invented", text: shown.invented }) : null,
    h("h2", { text: shown.title }),
    h("p", { class: "cf-quiet", text: shown.for_whom }),
    ...shown.sections.map((section) => h("section", { key: section.name, class: section.overleaf ? "cf-papers-overleaf" : null }, [
      section.heading ? h("h3", { text: section.heading }) : null,
      ...section.blocks.map(block),
    ])),
    h("p", { class: "cf-quiet", text: shown.closing }),
  ]);
}

function block(one) {
  const kinds = { paragraph, listing, facts, table, picture };
  return kinds[one.kind](one);
}

const paragraph = (one) => h("p", { class: `cf-papers-${one.tone}`, text: one.words });

const listing = (one) => h("ul", { class: "cf-papers-list" }, one.entries.map((entry) =>
  h("li", { class: entry.now ? "cf-papers-now" : null }, [
    entry.box == null ? null : h("span", { class: ["cf-papers-box", entry.box && "cf-papers-ticked"], aria: { hidden: "true" } }),
    h("span", {}, [entry.words, entry.detail ? h("span", { class: "cf-papers-detail", text: entry.detail }) : null]),
  ]),
));

const facts = (one) => h("dl", { class: "cf-papers-facts" }, one.facts.flatMap((fact) => [
  h("dt", { text: fact.label }),
  fact.words
    ? h("dd", { text: fact.words })
    : h("dd", {}, Array.from({ length: fact.lines }, () => h("span", { class: "cf-papers-line" }))),
]));

const table = (one) => h("table", { class: "cf-papers-plain" }, [
  h("thead", {}, h("tr", {}, one.heads.map((head) => h("th", { scope: "col", text: head })))),
  h("tbody", {}, one.rows.map((row) => h("tr", {}, row.map((cell) => h("td", { text: cell }))))),
]);

/** The kit takes no data: address on an element, because one could hold code; an image runs none. */
function picture(one) {
  const image = h("img", { class: "cf-papers-picture", alt: one.alt, key: one.source.slice(-40) });
  image.setAttribute("src", one.source);
  return image;
}
