/** Tying two cards: choose one, choose the other, say what the one does to the other. */
import { button, dialog, h } from "../kit/index.js";

export function linking(context, { board, card, nodeOf }) {
  const { root, send, redraw, words } = context;
  let mode = false; // the mode Verbinden, in which a press on a card chooses it
  let from = null;

  const stop = () => {
    if (!mode && !from) return;
    const was = from;
    // The first Escape lets go of the card, the next one leaves the mode.
    if (from) from = null;
    else mode = false;
    redraw();
    if (was) nodeOf(was)?.focus({ preventScroll: true });
  };

  const start = (id) => {
    from = id;
    redraw();
  };

  const choose = (id) => {
    if (from === null) return start(id);
    if (from === id) return stop();
    const source = from;
    from = null;
    redraw();
    nodeOf(id)?.focus({ preventScroll: true });
    ask(source, id);
  };

  const ask = (source, target) => {
    const say = board().words;
    const asked = dialog(root, {
      title: say["link-ask"],
      closeWords: words().close,
      content: () =>
        h("div", { class: "cf-pic-ask" }, [
          h("p", { class: "cf-pic-quote", text: card(source)?.words, dir: "auto" }),
          h("div", { class: "cf-pic-signs" }, [sign("more"), sign("less")]),
          h("p", { class: "cf-pic-quote", text: card(target)?.words, dir: "auto" }),
          h("p", { class: "cf-quiet", text: say["link-ask-hint"] }),
        ]),
    });
    function sign(which) {
      return button(
        say[`link-${which}`],
        () => {
          asked.close();
          send({ kind: "link", source, target, sign: which });
        },
        { class: `cf-pic-sign-${which}`, key: which },
      );
    }
  };

  return {
    isMode: () => mode,
    isOn: () => mode || from !== null,
    from: () => from,
    start,
    choose,
    stop,
    turn: (on) => {
      mode = on;
      from = null;
      redraw();
    },
    update: () => {
      if (from && !card(from)) from = null;
    },
  };
}
