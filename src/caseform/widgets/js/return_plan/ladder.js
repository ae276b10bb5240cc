/** The ladder: its steps in the order of the young person, each to be opened. */
import { button, field, h, icon, part, popButton, redraw as renew } from "../kit/index.js";
import { Sortable, byHand, dressDragged } from "../kit/sorting.js";
import { stepForm } from "./step.js";

/** Makes what draws the ladder. */
export function ladderPart(context, ask) {
  const { send, draft, redraw, onEnd } = context;
  const form = stepForm(context, ask);
  let opened = null;
  let dragged = null;
  onEnd(() => dragged?.destroy());
  ladder.open = (id) => { opened = id; };
  return ladder;

  function ladder(shown) {
    return h("section", { class: "cf-card cf-ladder", key: "ladder" }, [
      h("div", { class: "cf-row" }, [
        h("h2", { text: shown.title }),
        h("span", { class: "cf-push" }),
        shown.seen ? seen(shown.seen) : null,
      ]),
      h("p", { class: "cf-quiet", text: shown.hint }),
      shown.empty ? h("p", { class: "cf-empty", text: shown.empty }) : null,
      steps(shown),
      field({ name: "return.new-step", label: shown.add, hint: shown.add_hint, draft: draft("return.new-step"), send, clears: true, intent: { kind: "add-step" } }),
      begin(shown.begin),
    ]);
  }

  /** The list renews itself, so that dragging can hold on to it. */
  function steps(options) {
    const node = h("ol", { class: "cf-ladder-steps" });
    let shown = options;
    node.addEventListener("pointerdown", () => wire(node, () => shown), { capture: true, once: true });
    const update = (next) => {
      shown = next;
      renew(node, next.steps.map((step, at) => row(step, at, next)));
    };
    update(options);
    return part(node, "ladder", options, update);
  }

  function wire(list, shown) {
    dragged?.destroy();
    dragged = Sortable.create(list, {
      ...byHand(),
      handle: ".cf-ladder-grip",
      draggable: ".cf-ladder-step",
      ghostClass: "cf-ladder-gap",
      onStart: dressDragged,
      onEnd: ({ item, oldIndex, newIndex }) => {
        if (oldIndex !== newIndex) move(item.dataset.step, newIndex, shown());
      },
    });
  }

  function move(id, to, { steps: all }) {
    const others = all.filter((step) => step.id !== id);
    send({ kind: "move-step", id, before: others[to]?.id ?? null });
  }

  function row(step, at, shown) {
    const { words } = shown;
    const isOpen = opened === step.id;
    return h("li", {
      key: step.id,
      data: { step: step.id },
      class: ["cf-ladder-step", step.is_now && "cf-ladder-now", step.done && "cf-ladder-done", step.is_skipped && "cf-ladder-skipped"],
    }, [
      h("div", { class: "cf-ladder-head" }, [
        h("button", {
          type: "button",
          class: "cf-ladder-grip",
          title: step.drag,
          aria: { label: step.drag, keyshortcuts: "ArrowUp ArrowDown" },
          on: { keydown: (event) => byArrow(event, step.id, at, shown) },
        }, icon("grip")),
        h("span", { class: "cf-ladder-dot", aria: { hidden: "true" } }, step.done ? icon("check") : null),
        h("button", {
          type: "button",
          class: "cf-ladder-words",
          aria: { expanded: String(isOpen) },
          on: { click: () => { opened = isOpen ? null : step.id; redraw(); } },
        }, [
          h("span", {}, [
            step.words,
            step.is_now ? h("span", { class: "cf-plan-badge", text: words.now }) : null,
            step.is_skipped ? h("span", { class: "cf-ladder-passed cf-quiet", text: words.skipped }) : null,
          ]),
          step.about ? h("small", { class: "cf-quiet", text: step.about }) : null,
        ]),
        step.rating ? h("span", { class: "cf-quiet cf-ladder-rating", text: step.rating }) : null,
      ]),
      isOpen ? form(step, at, shown, (to) => move(step.id, to, shown)) : null,
    ]);
  }

  function byArrow(event, id, at, shown) {
    const to = { ArrowUp: at - 1, ArrowDown: at + 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to >= 0 && to < shown.steps.length) move(id, to, shown);
  }

  function begin({ label, hint, do: act, ladders }) {
    return popButton({
      key: "begin",
      label,
      class: "cf-ladder-begin",
      face: () => [icon("plus"), label],
      content: (close) => h("div", { class: "cf-stack" }, [
        h("p", { class: "cf-quiet", text: hint }),
        ladders.map((one) => h("section", { class: "cf-ladder-example", key: one.id }, [
          h("h3", { text: one.text }),
          h("ol", {}, one.steps.map((text) => h("li", { text }))),
          h("p", { class: "cf-quiet", text: one.source }),
          button(act, () => { close(); send({ kind: "add-ladder", id: one.id }); }, { key: "do", aria: { label: `${act}: ${one.text}` } }),
        ])),
      ]),
    });
  }

  function seen(shown) {
    return popButton({
      key: "seen",
      label: shown.title,
      face: () => [icon("eye"), shown.title],
      content: () => h("div", { class: "cf-stack cf-ladder-seen" }, [
        shown.none ? h("p", { text: shown.none }) : null,
        h("ol", {}, shown.steps.map((step, n) => h("li", { key: String(n), class: step.is_now ? "cf-ladder-now" : null }, [
          h("span", {}, [step.words, step.is_now ? h("span", { class: "cf-plan-badge", text: shown.now }) : null]),
          step.helps ? h("small", { class: "cf-quiet", text: step.helps }) : null,
        ]))),
        h("p", { class: "cf-quiet", text: shown.hint }),
      ]),
    });
  }
}
