/** The start page: the cases of this user, new, open, and an invented case to look around. */
import { bar } from "./bar.js";
import { button, dialog, field, h, icon, page, select } from "./kit/index.js";

export default page({
  name: "start",
  bar,
  make: ({ root, send, goto, redraw, onMessage }) => {
    let opening = null;
    let asking = false;
    let waiting = null; // the view at which something was asked that takes a while
    let making = { region: "nl-midden" };
    let asked = false; // whether a new case was asked for, and is not there yet
    let shown = null;
    let wasHere = null;

    onMessage("notice", ({ text }) => {
      waiting = null;
      redraw();
      // It could not be made: what was filled in is still there.
      if (asked) newCase(shown, text);
    });

    return (view) => {
      if (view !== waiting) waiting = null;
      shown = view;
      const here = view.cases.find((one) => one.here)?.title ?? null;
      if (here !== wasHere) {
        opening = null;
        making = { region: making.region };
        asked = false;
      }
      wasHere = here;
      return [
        h("header", { class: "cf-row cf-start-head" }, [
          h("h1", { text: view.title }),
          h("span", { class: "cf-push" }),
          button(view.new.title, () => newCase(view), { icon: "plus", look: "main", key: "new" }),
        ]),
        waiting ? h("p", { class: "cf-quiet", role: "status", key: "busy", text: view.words.busy }) : null,
        view.recovery ? recovery(view.recovery) : null,
        view.empty && !view.recovery ? h("p", { class: "cf-empty", text: view.empty }) : null,
        h("ul", { class: "cf-start-cases" }, view.cases.map((one) => caseCard(one, view.words))),
        h("section", { class: "cf-start-more" }, [
          h("div", { class: "cf-stack" }, [
            h("h2", { text: view.demos.title }),
            h("p", { class: "cf-quiet", text: view.demos.hint }),
            h("div", { class: "cf-row cf-start-demos" }, view.demos.all.map((demo) =>
              button(demo.text, () => work({ kind: "demo", name: demo.name }), { key: demo.name }),
            )),
          ]),
          h("div", { class: "cf-stack" }, [
            h("h2", { text: view.words.file }),
            asking
              ? fileForm(view.words)
              : h("div", {}, button(view.words.file_open, () => {
                asking = true;
                redraw();
                root.querySelector(".cf-start-more input")?.focus();
              }, { key: "file" })),
          ]),
        ]),
        h("p", { class: "cf-quiet cf-start-about", text: view.about }),
      ];
    };

    function work(intent) {
      waiting = shown;
      send(intent);
      redraw();
    }

    function caseCard(one, words) {
      return h("li", { class: ["cf-card", "cf-start-case", one.here && "cf-start-here"], key: `case-${one.at}` }, [
        h("h2", {}, [one.locked ? icon("lock") : null, one.title]),
        one.state ? h("p", { class: "cf-quiet", text: one.state }) : null,
        h("ul", { class: "cf-start-lines" }, one.lines.map((line) => h("li", { text: line }))),
        one.locked ? unlock(one, words) : button(one.here ? words.continue : words.open, () => openNow(one), { key: "open" }),
      ]);
    }

    function openNow(one) {
      if (one.here) goto("20_picture");
      else work({ kind: "open", at: one.at });
    }

    function unlock(one, words) {
      if (opening !== one.at) {
        return button(words.open, () => {
          opening = one.at;
          redraw();
          root.querySelector(".cf-start-case input")?.focus();
        }, { key: "ask" });
      }
      return secret(`start.pass-${one.at}`, words, (text) => work({ kind: "open", at: one.at, text }));
    }

    function secret(name, words, open) {
      let typed = "";
      return h("div", { class: "cf-stack", key: name }, [
        field({
          name,
          label: words.passphrase,
          hint: words.passphrase_hint,
          type: "password",
          send,
          clears: true,
          ontext: (text) => {
            typed = text;
          },
          commit: open,
        }),
        button(words.unlock, () => typed && open(typed), { look: "main" }),
      ]);
    }

    function fileForm(words) {
      let path = "";
      return h("div", { class: "cf-stack", key: "file" }, [
        field({ name: "start.file", label: words.file_path, send, ontext: (text) => { path = text; }, commit: (text) => { path = text; } }),
        secret("start.file-pass", words, (text) => path && work({ kind: "open-file", path, text })),
      ]);
    }

    function recovery(asked) {
      return h("section", { class: "cf-card cf-stack cf-start-recovery", key: "recovery" }, [
        h("h2", { text: asked.title }),
        h("p", { text: asked.text }),
        h("p", { class: "cf-start-key", text: asked.key }),
        h("div", { class: "cf-row" }, [
          button(asked.print, () => window.print(), { icon: "paper", key: "print" }),
          button(asked.kept, () => send({ kind: "recovery-kept" }), { look: "main", key: "kept" }),
        ]),
      ]);
    }

    function newCase(view, trouble) {
      const words = view.new;
      asked = false;
      const entry = (name, label, more = {}) =>
        field({
          name: `start.new-${name}`,
          label,
          draft: making[name],
          send: () => {},
          ontext: (text) => { making[name] = text; },
          commit: (text) => { making[name] = text; },
          ...more,
        });
      dialog(root, {
        title: words.title,
        closeWords: words.close,
        content: () => h("div", { class: "cf-stack" }, [
          trouble ? h("p", { class: "cf-start-trouble", role: "alert", text: trouble }) : null,
          entry("alias", words.alias, { hint: words.alias_hint }),
          select({
            name: "start.new-region",
            label: words.region,
            options: words.regions,
            chosen: making.region,
            choose: (id) => { making.region = id; },
          }),
          entry("age", words.age, { inputmode: "numeric" }),
          entry("passphrase", words.passphrase, { hint: words.passphrase_hint, type: "password" }),
        ]),
        actions: (close) => button(words.make, () => {
          asked = true;
          close();
          work({ kind: "new", ...making });
        }, { look: "main" }),
      });
    }
  },
});
