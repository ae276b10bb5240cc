/** The board: cards in their places, and what keeps what going. */
import { bar } from "./bar.js";
import { h, page } from "./kit/index.js";
import { arranged, folded } from "./picture/arrange.js";
import { arrows } from "./picture/arrows.js";
import { board } from "./picture/board.js";
import { dragging } from "./picture/drag.js";
import { entryLine } from "./picture/entry.js";
import { cardKeys } from "./picture/keys.js";
import { linking } from "./picture/linking.js";
import { openCard } from "./picture/open-card.js";
import { linkList, toolbar } from "./picture/toolbar.js";
import { underBoard } from "./picture/told.js";
import { filled, nameOf } from "./picture/words.js";

export default page({ name: "picture", bar, make });

function make(context) {
  const { root, send, redraw, notice, onEnd, onMessage } = context;
  let shown = null; // the newest board from Python
  let known = null; // ids that were on it before, to tell which cards are new
  let moves = []; // laid elsewhere here, and not yet by Python
  let expects = false; // a card was sent off from here and should come into sight
  let made = 0;
  const hidden = new Set(); // layers that are switched off
  const client = Math.random().toString(36).slice(2, 8);
  const live = h("p", { class: "cf-unseen", role: "status", aria: { live: "polite" } });

  const tell = (text) => {
    live.textContent = text;
  };
  const card = (id) => shown.cards.find((each) => each.id === id);
  const nodeOf = (id) => root.querySelector(`[data-card="${id}"] .cf-pic-card`);

  /** Lays a card elsewhere: at once here, and then in the case. */
  const move = (id, place, side, before) => {
    const nr = `${client}-${++made}`;
    // Cards that say the same lie under it and go along.
    const along = [...now().under].filter(([, top]) => top === id).map(([other]) => other);
    moves.push({ nr, id, place, side, before });
    for (const other of along) moves.push({ nr, id: other, place, side, before: null });
    send({ kind: "move-card", nr, id, place, side, before, along });
    const put = place && side ? { place: nameOf(shown.rows, place), side: nameOf(shown.sides, side) } : null;
    tell(filled(put ? shown.words.moved : shown.words["moved-tray"], { card: card(id).words, ...put }));
    redraw();
  };

  const remove = (id) => send({ kind: "remove-card", id });
  const open = (id) => opened.show(id);

  const opened = openCard(context, { board: () => shown, card, remove });
  const link = linking(context, { board: () => shown, card, nodeOf, tell });
  const entry = entryLine(context, {
    board: () => shown,
    sent: () => {
      expects = true;
    },
  });
  const lines = arrows(root, { press: (id) => opened.show(shown.links.find((each) => each.id === id).source) });
  const drag = dragging({
    move,
    mayStart: () => !link.isOn(),
    began: () => root.classList.add("cf-pic-dragging"),
    ended: () => {
      root.classList.remove("cf-pic-dragging");
      redraw();
    },
  });
  const keys = cardKeys({ root, board: () => shown, cells: () => now().cells, move, remove, link, open, nodeOf });
  const now = () => folded(arranged(shown, moves, hidden));
  const read = underBoard(context, { board: () => shown });

  context.shortcut({ m: () => entry.turnForMe(), k: () => entry.begin(), Escape: () => link.stop() });
  onMessage("removed", ({ id, text, back }) =>
    notice(text, { action: { text: back, press: () => send({ kind: "bring-back", id }) } }),
  );
  const press = (id) => (link.isOn() ? link.choose(id) : open(id));
  const watcher = new ResizeObserver(() => lines.draw());
  onEnd(() => {
    watcher.disconnect();
    drag.end();
    lines.end();
  });

  const after = () => {
    const wrap = root.querySelector(".cf-pic-wrap");
    const line = root.querySelector(".cf-pic-entry");
    watcher.observe(wrap);
    watcher.observe(line);
    // The columns' names stay in sight below the entry line, whatever that has to say.
    wrap.style.setProperty("--cf-pic-line", `${line.offsetHeight}px`);
    drag.wire(wrap);
    entry.wire();
    lines.show(wrap, shown, { linking: link.isOn(), under: now().under, circle: read.lit() });
  };

  return (next) => {
    const before = known;
    shown = next;
    known = new Set(next.cards.map(({ id }) => id));
    moves = moves.filter(({ nr, id }) => !next.heard.includes(nr) && known.has(id));
    for (const id of [...hidden]) if (!next.layers.some((each) => each.id === id)) hidden.delete(id);
    opened.update();
    link.update();
    if (drag.isOn()) return undefined;
    const fresh = before ? next.cards.filter(({ id }) => !before.has(id)) : [];
    const layers = {
      hidden,
      turn: (id, on) => {
        if (on) hidden.delete(id);
        else hidden.add(id);
        redraw();
      },
      all: () => {
        hidden.clear();
        redraw();
      },
    };
    if (fresh.length) welcome(fresh);
    queueMicrotask(after);
    return [
      h("h1", { class: "cf-unseen", text: next.words.title }),
      entry.draw(),
      toolbar(next, { link, layers }),
      board(next, now().cells, {
        press,
        keys,
        link,
        isFresh: (id) => fresh.some((each) => each.id === id),
        changed: (id) => ({ mark: read.mark(id), text: read.legend(read.mark(id)) }),
        addAt: (place, side) => entry.begin(place, side),
        look: lines.look,
        over: lines.parts,
      }),
      linkList(next),
      read.draw(),
      live,
    ];
  };

  function welcome(fresh) {
    tell(fresh.map(({ words }) => filled(shown.words.added, { card: words })).join(" "));
    if (!expects) return;
    expects = false;
    // Somebody may have hidden the one who speaks: what was just laid down is always seen.
    for (const { layer } of fresh) hidden.delete(layer);
    queueMicrotask(() => nodeOf(now().under.get(fresh.at(-1).id) ?? fresh.at(-1).id)?.scrollIntoView({ block: "nearest" }));
  }
}
