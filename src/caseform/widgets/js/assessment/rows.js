/** How each one sees it and what was tried: ten rows, of which one is open. */
import { button, field, h, icon, popButton, tick } from "../kit/index.js";
import { peopleBeside } from "../people.js";
import { earlierOnes, folding, halfTyped, head } from "./shared.js";

export function rowsTab(context, ask) {
  const { send, draft, redraw } = context;
  const who = peopleBeside(context, ask);
  const fold = folding(redraw);
  let open = null; // not said yet: the row in which something was half typed

  return (shown) => {
    open ??= shown.rows.find(isHalfTyped)?.id ?? "";
    return table(shown);
  };

  function isHalfTyped({ who: id }) {
    return ["view", "tried"].some((part) => halfTyped(context, `prepare.${part}.${id}`));
  }

  function table(shown) {
    return [
      head(shown),
      who(shown.people),
      shown.empty ? h("p", { class: "cf-empty", key: "empty", text: shown.empty }) : null,
      h("ol", { class: "cf-prepare-rows", key: "rows" }, shown.rows.map((row) => (row.who ? person(row, shown) : vacant(row)))),
    ];
  }

  function vacant(row) {
    return h("li", { key: row.id, class: "cf-prepare-vacant" }, [
      h("span", { class: "cf-prepare-called", text: row.called }),
      h("span", { class: "cf-quiet", text: row.nobody }),
      button(row.add, () => who.add(row.kind), { look: "quiet", icon: "plus", key: "add", aria: { label: `${row.add}: ${row.called}` } }),
    ]);
  }

  function person(row, shown) {
    const isOpen = open === row.id;
    return h("li", { key: row.id, class: isOpen ? "cf-prepare-open" : null }, [
      h("button", {
        type: "button",
        class: "cf-prepare-row",
        key: "turn",
        aria: { expanded: String(isOpen) },
        on: { click: () => { open = isOpen ? "" : row.id; redraw(); } },
      }, [
        icon(isOpen ? "up" : "down"),
        h("span", { class: "cf-prepare-called" }, [row.called, h("small", { class: "cf-quiet", text: row.place })]),
        isOpen ? null : h("span", { class: row.glance ? "cf-prepare-glance" : "cf-quiet", text: row.glance || row.not_yet }),
      ]),
      isOpen ? about(row, shown) : null,
    ]);
  }

  function about(row, shown) {
    const entry = (name, part, about, more) => {
      const at = `prepare.${part}.${row.who}${part === "view" ? "" : `.${name}`}`;
      return field({ name: at, draft: draft(at), send, intent: about, rows: 3, ...more });
    };
    const tried = (name, more) =>
      entry(name, "tried", { kind: "try", who: row.who, name }, { label: shown[name], value: row.tried[name], ...more });
    return h("div", { class: "cf-prepare-about", key: "about" }, [
      h("section", { class: "cf-prepare-said", key: "view", aria: { label: shown.title } }, [
        entry("view", "view", { kind: "view", who: row.who }, { label: shown.asked, hint: row.view.on || shown.asked_hint, value: row.view.words, rows: 6 }),
        row.share ? sharing(row, shown) : null,
        row.view.earlier ? fold(`view ${row.who}`, row.view.earlier.label, () => earlierOnes(row.view.earlier.entries)) : null,
      ]),
      h("section", { class: "cf-prepare-tried", key: "tried", aria: { label: shown.tried } }, [
        h("h3", { text: shown.tried }),
        h("div", { class: "cf-prepare-two" }, [
          h("div", { class: "cf-stack", key: "did" }, [
            h("h4", { text: shown.column_did }),
            tried("did", { placeholder: shown.did_hint }),
            tried("effect", { rows: 2 }),
          ]),
          h("div", { class: "cf-stack", key: "needed" }, [
            h("h4", { text: shown.column_needed }),
            tried("needed", { placeholder: shown.needed_hint, hint: row.tried.on }),
          ]),
        ]),
        row.tried.earlier ? fold(`tried ${row.who}`, row.tried.earlier.label, () => earlierOnes(row.tried.earlier.entries)) : null,
      ]),
    ]);
  }

  function sharing(row, shown) {
    const { share } = row;
    return h("div", { class: "cf-prepare-share", key: "share" }, [
      popButton({
        key: `share ${row.who}`,
        label: share.label,
        face: () => [icon(share.is_shared ? "eye" : "eye-off"), h("span", { text: share.face })],
        content: () => h("div", { class: "cf-stack" }, [
          h("p", { text: share.label }),
          h("div", { key: "ticks" }, share.options.map((one) => tick({
            key: one.label,
            text: one.text,
            hint: one.hint,
            checked: one.on,
            change: (on) => send({ kind: "share-view", who: row.who, label: one.label, on }),
          }))),
          h("div", { class: "cf-row", key: "all" }, [
            shown.here ? button(shown.here, () => send({ kind: "share-view-here", who: row.who }), { icon: "eye", key: "here" }) : null,
            share.is_shared ? button(shown.withdraw, () => send({ kind: "withdraw-view", who: row.who }), { look: "quiet", key: "withdraw" }) : null,
          ]),
        ]),
      }),
      share.still ? h("p", { class: "cf-prepare-still", key: "still", text: share.still }) : null,
    ]);
  }
}
