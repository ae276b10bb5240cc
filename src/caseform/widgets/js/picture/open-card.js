/** One card, opened: its words, who said it, where it lies, who may see it, and its links. */
import { button, dialog, field, h, segmented, select, tick } from "../kit/index.js";
import { refused } from "../kit/field.js";

export function openCard(context, { board, card, remove }) {
  const { root, send, draft, onMessage, words: shared } = context;
  let open = null;
  let shown = null; // id of the card
  let compared = ""; // id of the card that it is about to be laid beside
  let source = ""; // where the catalogue has it from, once Python said so
  const gone = new Set(); // fields whose typed words gave way, so that no draft brings them back
  const bases = new Map(); // what a field showed when typing in it began
  const tried = new Map(); // what it showed when the text under way was begun
  const asking = new Set(); // fields of which it is asked which text stays; they wait

  const show = (id) => {
    shown = id;
    compared = "";
    source = "";
    if (card(id).has_source) send({ kind: "source", id });
    const say = board().words;
    open = dialog(root, {
      title: say.card,
      closeWords: shared().close,
      wide: true,
      content: () => content(card(id)),
      actions: (close) => [
        button(
          say.remove,
          () => {
            close();
            remove(id);
          },
          { look: "quiet", key: "remove" },
        ),
        h("span", { class: "cf-push" }),
        button(say.done, close, { look: "main", key: "done" }),
      ],
      closed: () => {
        open = null;
        shown = null;
      },
    });
  };

  const update = () => {
    if (!open) return;
    if (card(shown)) open.redraw();
    else open.close();
  };

  const set = (name, value) => send({ kind: "set", id: shown, name, value });

  function content(one) {
    const { words, ideas, sides, rows, people, here } = board();
    return h("div", { class: "cf-pic-open" }, [
      typed(one, "words", { rows: 2 }),
      h("div", { class: "cf-pic-two", key: "said" }, [
        select({ key: "said-by", label: words["said-by"], options: people, chosen: one.said_by ?? "nobody", choose: (id) => set("said_by", id) }),
        typed(one, "since", { hint: words["since-hint"] }),
      ]),
      pick("place", words.place, rows, one.place),
      pick("side", words.side, sides.map((side) => ({ ...side, mark: side.id })), one.side),
      sharing(one, words, here),
      voices(one, words),
      working(one, words),
      ideas && idea(one, ideas, words),
      links(one, words),
    ]);
  }

  function idea(one, ideas, words) {
    return h("section", { class: "cf-pic-part", key: "idea" }, [
      h("h3", { text: words["working-idea"] }),
      h("p", { class: "cf-quiet", text: words["working-idea-hint"] }),
      pick("role", words.role, ideas.role, one.role),
      pick("strength", words.strength, ideas.strength, one.strength),
      pick("certainty", words.certainty, ideas.certainty, one.certainty),
      source && h("p", { class: "cf-quiet", key: "source", text: source }),
    ]);
  }

  function sharing(one, words, here) {
    const seen = new Set(one.audiences);
    return h("section", { class: "cf-pic-part", key: "share" }, [
      h("h3", { text: words.share }),
      h("div", { class: "cf-pic-audiences", role: "group", aria: { label: words.share } }, [
        ...board().audiences.map(({ id, text }) =>
          tick({ key: id, text, checked: seen.has(id), change: (on) => send({ kind: "share", id: one.id, label: id, on }) }),
        ),
      ]),
      h("div", { class: "cf-row" }, [
        here.some((id) => !seen.has(id)) && button(words["share-here"], () => send({ kind: "share-here", id: one.id }), { icon: "eye", key: "here" }),
        seen.size
          ? button(words.withdraw, () => send({ kind: "withdraw", id: one.id }), { icon: "lock", key: "withdraw" })
          : h("p", { class: "cf-quiet", key: "nobody", text: words["share-nobody"] }),
      ]),
    ]);
  }

  /** What others say of the same; each stays their own card. */
  function voices(one, words) {
    const beside = new Set([one.id, ...one.voices.map(({ card: other }) => other)]);
    const might = board().cards.filter((other) => !beside.has(other.id) && other.said_by !== one.said_by);
    const chosen = might.some(({ id }) => id === compared) ? compared : "";
    const lay = (verdict) => send({ kind: "compare", one: one.id, other: chosen, verdict });
    return h("section", { class: "cf-pic-part", key: "voices" }, [
      h("h3", { text: words.voices }),
      one.voices.length ? null : h("p", { class: "cf-quiet", key: "none", text: words["voices-empty"] }),
      ...one.voices.map((voice) =>
        h("div", { class: "cf-pic-link", key: `${voice.comparison} ${voice.card}` }, [
          h("p", { text: voice.by ? `“${voice.words}” – ${voice.by}` : `“${voice.words}”`, dir: "auto" }),
          h("div", { class: "cf-row" }, [
            segmented({
              key: "verdict",
              label: words.voices,
              options: ["agree", "differ"].map((id) => ({ id, text: words[`voices-${id}`] })),
              chosen: voice.verdict,
              choose: (verdict) => send({ kind: "compare", one: one.id, other: voice.card, verdict }),
            }),
            button(words["voices-split"], () => send({ kind: "split", comparison: voice.comparison, card: voice.card }), { look: "quiet", key: "split" }),
          ]),
        ]),
      ),
      might.length
        ? h("div", { class: "cf-row cf-pic-compare", key: "compare" }, [
            select({
              key: "other",
              label: words["voices-choose"],
              options: [{ id: "", text: "" }, ...might.map(({ id, words: said, by }) => ({ id, text: by ? `${said} – ${by}` : said }))],
              chosen,
              choose: (id) => {
                compared = id;
                update();
              },
            }),
            button(words["voices-agree"], () => lay("agree"), { disabled: !chosen, key: "agree" }),
            button(words["voices-differ"], () => lay("differ"), { disabled: !chosen, key: "differ" }),
          ])
        : null,
    ]);
  }

  /** The steps and goals that work on it. */
  function working(one, words) {
    const { steps, goals } = board().work;
    const ticks = (what, list) =>
      list.map(({ id, text, factors }) =>
        tick({ key: id, text, checked: factors.includes(one.id), change: (on) => send({ kind: "work-on", what, item: id, id: one.id, on }) }),
      );
    return h("section", { class: "cf-pic-part", key: "work" }, [
      h("h3", { text: words["works-on"] }),
      steps.length + goals.length
        ? h("div", { class: "cf-pic-audiences" }, [...ticks("step", steps), ...ticks("goal", goals)])
        : h("p", { class: "cf-quiet", text: words["works-on-empty"] }),
    ]);
  }

  function links(one, words) {
    const own = board().links.filter(({ source, target }) => source === one.id || target === one.id);
    return h("section", { class: "cf-pic-part", key: "links" }, [
      h("h3", { text: words.links }),
      own.length ? null : h("p", { class: "cf-quiet", text: words["links-empty"] }),
      ...own.map((link) =>
        h("div", { class: "cf-pic-link", key: link.id }, [
          h("p", { text: link.text, dir: "auto" }),
          h("div", { class: "cf-row" }, [
            segmented({
              key: "sign",
              label: words.sign,
              options: ["more", "less"].map((id) => ({ id, text: words[`sign-${id}`] })),
              chosen: link.sign,
              choose: (sign) => send({ kind: "sign-link", id: link.id, sign }),
            }),
            link.can_share &&
              tick({ key: "shared", text: words["share-link"], checked: link.shared, change: (on) => send({ kind: "share-link", id: link.id, on }) }),
            button(words.unlink, () => send({ kind: "unlink", id: link.id }), { look: "quiet", icon: "close", iconOnly: true, key: "unlink" }),
          ]),
        ]),
      ),
    ]);
  }

  function pick(name, label, options, chosen) {
    return segmented({ key: name, label, showLabel: true, wrap: true, options, chosen, canClear: true, choose: (value) => set(name, value) });
  }

  function typed(one, name, options) {
    const journal = `picture.${one.id}.${name}`;
    const typing = field({
      ...options,
      name: journal,
      label: board().words[name],
      value: one[name],
      unsaved: shared().unsaved,
      draft: gone.has(journal) ? undefined : draft(journal),
      send,
      ontext: (text) => {
        gone.delete(journal);
        if (text === one[name]) bases.delete(journal);
        else if (!bases.has(journal)) bases.set(journal, one[name]);
      },
      commit: (text) => {
        if (asking.has(journal)) return;
        const was = bases.get(journal) ?? card(one.id)?.[name] ?? null;
        tried.set(journal, was);
        bases.delete(journal);
        send({ kind: "reword", id: one.id, name, text, was, field: journal });
      },
    });
    return h("div", { key: name, data: { field: journal } }, typing);
  }

  onMessage("source", ({ id, text }) => {
    if (id !== shown) return;
    source = text;
    update();
  });

  onMessage("clash", ({ id, name, field: journal, mine, theirs }) => {
    const { words } = board();
    let chosen = false;
    asking.add(journal);
    refused(journal);
    dialog(root, {
      title: words.clash,
      closeWords: shared().close,
      content: (close) => {
        const choose = (text, act) =>
          button(text, () => {
            chosen = true;
            close();
            act();
          }, { key: text });
        return h("div", { class: "cf-stack" }, [
          h("p", { text: words["clash-text"] }),
          side(words["clash-mine"], mine, choose(words["clash-keep-mine"], () =>
            send({ kind: "reword", id, name, text: mine, was: theirs, field: journal }),
          )),
          side(words["clash-theirs"], theirs, choose(words["clash-keep-theirs"], () => giveWay(journal))),
        ]);
      },
      closed: () => {
        asking.delete(journal);
        // Left open: the words stay in the field, and the next commit asks again.
        if (!chosen) bases.set(journal, tried.get(journal));
        refused(journal);
      },
    });
  });

  /** The field shows what is saved, as after Escape in it; no word of it comes back. */
  function giveWay(journal) {
    const input = root.querySelector(`[data-field="${journal}"] .cf-input`);
    input?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", cancelable: true }));
    gone.add(journal);
    bases.delete(journal);
    send({ kind: "typing", field: journal, text: null });
  }

  function side(whose, text, press) {
    return h("div", { class: "cf-pic-version" }, [h("h3", { text: whose }), h("p", { text, dir: "auto" }), press]);
  }

  return { show, update };
}
