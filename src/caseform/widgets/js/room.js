/** What a room sees on the wall: one question or one picture at a time. */
import { button, h, icon, mark, page, s } from "./kit/index.js";
import { arrow, smallCard } from "./room/parts.js";
import { circle, drawRing } from "./room/ring.js";

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
      root.scrollTop = 0;
      redraw();
    };
    const place = () => Math.max(0, slides.findIndex((slide) => slide.key === at));
    const scroll = (way) => root.scrollBy({ top: way * root.clientHeight * 0.6 });
    shortcut({
      ArrowLeft: () => go(-1),
      ArrowRight: () => go(1),
      " ": () => go(1),
      ArrowDown: () => scroll(1),
      ArrowUp: () => scroll(-1),
    });
    onMessage("close", () => root.replaceChildren());

    // What lies under the foot is never hidden without a sign; an empty margin there is no more.
    const tellMore = () => {
      const [slide, foot] = [".cf-room-slide", ".cf-room-foot"].map((name) => main.querySelector(name)?.getBoundingClientRect());
      root.toggleAttribute("data-more", Boolean(slide && slide.bottom > foot.top + 1));
    };
    const laidOut = () => {
      drawLinks(main);
      drawRing(main);
      tellMore();
    };
    const measured = new ResizeObserver(laidOut);
    measured.observe(main);
    root.addEventListener("scroll", tellMore, { passive: true });
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
      requestAnimationFrame(laidOut);
      return [head(room, slide), body(slide), foot(room, go, scroll, place(), slides.length)];
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

function foot(room, go, scroll, at, count) {
  return h("nav", { class: "cf-room-foot", aria: { label: `${room.before}, ${room.after}` } }, [
    button(room.more, () => scroll(1), { look: "quiet", icon: "down", class: "cf-room-more", key: "more" }),
    button(room.before, () => go(-1), { look: "quiet", icon: "left", iconOnly: true, disabled: at === 0, key: "before" }),
    button(room.after, () => go(1), { look: "quiet", icon: "right", iconOnly: true, disabled: at === count - 1, key: "after" }),
  ]);
}

function body(slide) {
  const kinds = { welcome, cards, picture, circle, said, views, steps, days, lines };
  return h("section", { class: ["cf-room-slide", `cf-room-is-${slide.kind}`], key: slide.key }, kinds[slide.kind](slide));
}

const welcome = (slide) => [
  h("p", { class: "cf-room-welcome-text", text: slide.text }),
  slide.about ? h("p", { class: "cf-room-about", text: slide.about }) : null,
];

function cards(slide) {
  return h("ul", { class: "cf-room-cards" }, slide.cards.map((card) => cardOf(card, slide.side)));
}

function cardOf(card, side) {
  return h("li", { class: ["cf-room-card", side && `cf-${side}`] }, [
    side ? h("span", { class: ["cf-band", `cf-${side}`, "cf-room-band"], aria: { hidden: "true" } }) : null,
    side ? mark(side) : null,
    h("span", { class: "cf-room-card-words" }, [
      h("span", { text: card.words }),
      card.speaker ? h("span", { class: "cf-room-speaker", text: `– ${card.speaker}` }) : null,
    ]),
    card.strong ? mark("strength") : null,
  ]);
}

const said = (slide) => h("ul", { class: "cf-room-said" }, slide.texts.map((text) => h("li", { text })));

function views(slide) {
  return h("ul", { class: "cf-room-views" }, slide.views.map((view) =>
    h("li", { class: "cf-room-view" }, [
      h("span", { class: "cf-room-who", text: view.who }),
      h("span", { text: view.words }),
    ]),
  ));
}

function picture(slide) {
  return [
    h(
      "div",
      { class: "cf-room-columns", style: { "--columns": slide.columns.length } },
      slide.columns.map((column) =>
        h("div", { class: "cf-room-column" }, [
          h("h2", { class: `cf-${column.side}` }, [mark(column.side), column.title]),
          h("ul", {}, column.cards.map((card, n) => smallCard(card, column.side, { data: { at: `${column.side}-${n}` } }))),
        ]),
      ),
    ),
    s("svg", { class: "cf-room-links", aria: { hidden: "true" }, "data-links": JSON.stringify(slide.links) }),
    slide.ties.length ? h("ul", { class: "cf-room-ties" }, slide.ties.map((text) => h("li", { text }))) : null,
  ];
}

/** Draws the ties where the cards stand now; their places are known only once they are laid out. */
function drawLinks(main) {
  const drawing = main.querySelector(".cf-room-links[data-links]");
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
  const same = Math.abs(from.left - to.left) < 4;
  // Within a column a tie goes round the outside; the first column has its outside at the left.
  const outside = from.left - frame.left < 4 ? -1 : 1;
  const way = same ? outside : from.left < to.left ? 1 : -1;
  const x1 = (way > 0 ? from.right : from.left) - frame.left;
  const x2 = (same ? way > 0 : way < 0) ? to.right - frame.left : to.left - frame.left;
  const y1 = from.top + from.height / 2 - frame.top;
  const y2 = to.top + to.height / 2 - frame.top;
  const bend = same ? way * Math.min(28 + Math.abs(y2 - y1) / 12, 48) : (x2 - x1) / 2;
  return arrow([[x1, y1], [x1 + bend, y1], [same ? x2 + bend : x2 - bend, y2], [x2, y2]], sign);
}

function steps(slide) {
  return h("ol", { class: "cf-room-ladder" }, slide.steps.map((step) =>
    h("li", { class: ["cf-room-step", step.mark && "cf-room-step-now"] }, [
      step.mark ? h("span", { class: "cf-room-now", text: step.mark }) : null,
      step.after ? h("span", { class: "cf-room-now", text: step.after }) : null,
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
        day.pencil ? h("span", { class: "cf-room-pencil", text: ` (${day.pencil})` }) : null,
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
