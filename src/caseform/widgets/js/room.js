/** What a room sees on the wall: one question or one picture at a time. */
import { button, h, icon, mark, page, s } from "./kit/index.js";

export default page({
  name: "room",
  make: ({ root, main, shortcut, redraw, onEnd, onMessage }) => {
    let at = "";
    let told = "";
    let slides = [];

    const go = (steps) => {
      const next = slides[place() + steps];
      if (!next) return;
      at = next.key;
      redraw();
    };
    const place = () => Math.max(0, slides.findIndex((slide) => slide.key === at));
    shortcut({ ArrowLeft: () => go(-1), ArrowRight: () => go(1), " ": () => go(1) });
    onMessage("close", () => root.replaceChildren());

    const measured = new ResizeObserver(() => drawLinks(main));
    measured.observe(main);
    onEnd(() => measured.disconnect());

    return (room) => {
      slides = room.slides;
      if (room.blank) return h("p", { class: "cf-room-blank", text: room.blank });
      if (room.added && room.added !== told) {
        // What someone here just said comes into sight by itself.
        at = room.added_on;
      }
      told = room.added;
      if (!slides.some((slide) => slide.key === at)) at = slides[0].key;
      const slide = slides[place()];
      requestAnimationFrame(() => drawLinks(main));
      return [head(room, slide), body(slide), foot(room, go, place(), slides.length)];
    };
  },
});

function head(room, slide) {
  return h("header", { class: "cf-room-head" }, [
    h("h1", { text: slide.title }),
    h("p", { class: "cf-room-present", text: room.present }),
    room.invented ? h("p", { class: "cf-room-invented", text: room.invented }) : null,
  ]);
}

function foot(room, go, at, count) {
  return h("nav", { class: "cf-room-foot" }, [
    button(room.before, () => go(-1), { look: "quiet", icon: "left", iconOnly: true, disabled: at === 0, key: "before" }),
    button(room.after, () => go(1), { look: "quiet", icon: "right", iconOnly: true, disabled: at === count - 1, key: "after" }),
  ]);
}

function body(slide) {
  const kinds = { welcome, cards, picture, steps, days, lines };
  return h("section", { class: ["cf-room-slide", `cf-room-is-${slide.kind}`], key: slide.key }, kinds[slide.kind](slide));
}

const welcome = (slide) => h("p", { class: "cf-room-welcome-text", text: slide.text });

function cards(slide) {
  return h("ul", { class: "cf-room-cards" }, slide.cards.map((card, n) => cardOf(card, slide.side, n)));
}

function cardOf(card, side, n) {
  return h("li", { class: ["cf-room-card", side && `cf-${side}`], data: { at: side ? `${side}-${n}` : null } }, [
    side ? mark(side) : null,
    h("span", { class: "cf-room-card-words" }, [
      h("span", { text: card.words }),
      card.speaker ? h("span", { class: "cf-room-speaker", text: `– ${card.speaker}` }) : null,
    ]),
    card.strong ? mark("strength") : null,
  ]);
}

function picture(slide) {
  return [
    h(
      "div",
      { class: "cf-room-columns", style: { "--columns": slide.columns.length } },
      slide.columns.map((column) =>
        h("div", { class: "cf-room-column" }, [
          h("h2", { class: `cf-${column.side}` }, [mark(column.side), column.title]),
          h("ul", {}, column.cards.map((card, n) => cardOf(card, column.side, n))),
        ]),
      ),
    ),
    s("svg", { class: "cf-room-links", aria: { hidden: "true" }, "data-links": JSON.stringify(slide.links) }),
  ];
}

/** Draws the ties where the cards stand now; their places are known only once they are laid out. */
function drawLinks(main) {
  const drawing = main.querySelector(".cf-room-links");
  if (!drawing) return;
  const frame = drawing.getBoundingClientRect();
  const box = ([side, n]) => main.querySelector(`[data-at="${side}-${n}"]`)?.getBoundingClientRect();
  const lines = JSON.parse(drawing.dataset.links).flatMap((link) => {
    const from = box(link.from);
    const to = box(link.to);
    return from && to ? [lineOf(from, to, frame, link.sign)] : [];
  });
  drawing.replaceChildren(...lines.flat());
}

function lineOf(from, to, frame, sign) {
  const rightwards = from.left <= to.left;
  const same = Math.abs(from.left - to.left) < 4;
  const x1 = (rightwards || same ? from.right : from.left) - frame.left;
  const x2 = (same ? to.right : rightwards ? to.left : to.right) - frame.left;
  const y1 = from.top + from.height / 2 - frame.top;
  const y2 = to.top + to.height / 2 - frame.top;
  const bend = same ? 40 : (x2 - x1) / 2;
  const way = `M${x1} ${y1}C${x1 + bend} ${y1} ${same ? x2 + bend : x2 - bend} ${y2} ${x2} ${y2}`;
  const heading = same || !rightwards ? 1 : -1;
  return [
    s("path", { d: way, class: ["cf-room-link", sign === "less" && "cf-room-link-less"].filter(Boolean).join(" ") }),
    s("path", { d: `M${x2} ${y2}l${heading * 14} -8v16z`, class: "cf-room-tip" }),
  ];
}

function steps(slide) {
  return h("ol", { class: "cf-room-ladder" }, slide.steps.map((step) =>
    h("li", { class: ["cf-room-step", step.mark && "cf-room-step-now"] }, [
      step.mark ? h("span", { class: "cf-room-now", text: step.mark }) : null,
      h("span", { class: "cf-room-step-words", text: step.words }),
      step.helps ? h("span", { class: "cf-room-helps", text: step.helps }) : null,
    ]),
  ));
}

function days(slide) {
  return h("ol", { class: "cf-room-days" }, slide.days.map((day) =>
    h("li", { class: "cf-room-day" }, [
      h("span", { class: "cf-room-on", text: day.on }),
      h("span", { class: "cf-room-what" }, [
        day.up ? [icon("up"), h("span", { class: "cf-unseen", text: day.up })] : null,
        h("span", { text: day.step }),
      ]),
      h("span", { class: "cf-room-people", text: day.people }),
    ]),
  ));
}

function lines(slide) {
  return h("ul", { class: "cf-room-lines" }, slide.lines.map((line) =>
    h("li", { class: "cf-room-line" }, [
      line.on ? h("span", { class: "cf-room-on", text: line.on }) : null,
      h("span", { class: "cf-room-what" }, [
        h("span", { text: line.text }),
        line.then ? h("span", { class: "cf-room-then", text: line.then }) : null,
      ]),
      line.done ? h("span", { class: "cf-room-people" }, [icon("check"), line.done]) : null,
    ]),
  ));
}
