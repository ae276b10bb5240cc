/** The start page: the cases of this user, new, open, and an invented case to look around. */
import { asking } from "./ask.js";
import { bar } from "./bar.js";
import { button, field, h, icon, page, select, tick } from "./kit/index.js";
import { peopleBeside } from "./people.js";

const FILE = "file";
/** Nothing typed here belongs in the journal of a case: a passphrase, a place on the disk. */
const nowhere = () => {};

export default page({
  name: "start",
  bar,
  make: (context) => {
    const { send, goto, redraw, onMessage, main } = context;
    const ask = asking(context);
    const who = peopleBeside(context, ask);
    let shown = null;
    let opening = null; // the case, or the file, whose passphrase is asked
    let typed = {};
    let waiting = null; // the view at which something was asked that takes a while
    let wasHere = null;

    onMessage("notice", () => {
      waiting = null;
      redraw();
    });

    return (view) => {
      if (view !== waiting) waiting = null;
      shown = view;
      const here = view.cases.find((one) => one.here)?.at ?? null;
      if (here !== wasHere) close();
      wasHere = here;
      return [
        h("header", { class: "cf-row cf-start-head" }, [
          h("h1", { text: view.title }),
          h("span", { class: "cf-push" }),
          button(view.new.title, () => newCase(view.new), {
            icon: "plus",
            look: view.cases.length ? "plain" : "main",
            key: "new",
          }),
        ]),
        h("p", { class: "cf-quiet cf-start-busy", role: "status", key: "busy", text: waiting ? view.words.busy : "" }),
        view.recovery ? recovery(view.recovery) : null,
        view.empty && !view.recovery ? h("p", { class: "cf-empty", text: view.empty }) : null,
        h("ul", { class: "cf-start-cases" }, view.cases.map((one) => caseCard(one, view.words))),
        view.people ? who(view.people) : null,
        h("section", { class: "cf-start-more" }, [
          h("div", {}, [
            h("h2", { text: view.demos.title }),
            h("p", { class: "cf-quiet", text: view.demos.hint }),
            h("div", { class: "cf-row" }, view.demos.all.map((demo) =>
              button(demo.text, () => work({ kind: "demo", name: demo.name }), { key: demo.name }),
            )),
          ]),
          h("div", {}, [
            h("h2", { text: view.words.file }),
            opening === FILE ? fileForm(view.words) : button(view.words.file_open, () => begin(FILE), { key: "file" }),
          ]),
        ]),
        h("p", { class: "cf-quiet cf-start-about", text: view.about }),
      ];
    };

    function work(intent) {
      if (waiting) return;
      waiting = shown;
      send(intent);
      redraw();
    }

    function begin(at) {
      opening = at;
      typed = {};
      redraw();
      main.querySelector(".cf-start-asked input")?.focus();
      main.querySelector(".cf-start-asked")?.scrollIntoView({ block: "nearest" });
    }

    function close() {
      opening = null;
      typed = {};
    }

    function caseCard(one, words) {
      return h("li", { class: ["cf-card", "cf-start-case", one.here && "cf-start-here"], key: one.at }, [
        h("h2", {}, [one.locked ? icon("lock") : null, h("span", { text: one.title })]),
        one.state ? h("p", { class: "cf-quiet", text: one.state }) : null,
        one.lines.length ? h("ul", { class: "cf-start-lines" }, one.lines.map((line) => h("li", { text: line }))) : null,
        one.locked && opening === one.at
          ? asked(words, () => work({ kind: "open", at: one.at, text: typed.secret }))
          : button(one.here ? words.continue : words.open, () => open(one), {
              key: "open",
              look: one.here ? "main" : "plain",
              aria: { label: `${one.here ? words.continue : words.open}: ${one.title}` },
            }),
      ]);
    }

    function open(one) {
      if (one.here) goto("20_picture");
      else if (one.locked) begin(one.at);
      else work({ kind: "open", at: one.at });
    }

    /** Asks for the passphrase, and for what comes before it; Enter opens, Escape lets it be. */
    function asked(words, go, ...before) {
      const leave = () => {
        close();
        redraw();
        main.focus();
      };
      const hear = (event) => {
        if (event.key === "Escape" && !event.defaultPrevented) {
          event.stopPropagation();
          leave();
        } else if (event.key === "Enter" && event.target.matches("input")) {
          event.preventDefault();
          if (typed.secret) go();
        }
      };
      return h("form", { class: "cf-stack cf-start-asked", key: "asked", on: { keydown: hear, submit: (event) => event.preventDefault() } }, [
        ...before,
        field({
          name: `start.secret-${opening}`,
          label: words.passphrase,
          hint: words.passphrase_hint,
          type: "password",
          send: nowhere,
          ontext: (text) => {
            typed.secret = text;
          },
        }),
        h("div", { class: "cf-row" }, [
          button(words.unlock, () => typed.secret && go(), { look: "main", key: "unlock" }),
          button(words.never_mind, leave, { look: "quiet", key: "leave" }),
        ]),
      ]);
    }

    function fileForm(words) {
      const path = field({
        name: "start.file",
        label: words.file_path,
        hint: words.file_hint,
        send: nowhere,
        ontext: (text) => {
          typed.path = text;
        },
      });
      return asked(words, () => typed.path && work({ kind: "open-file", path: typed.path, text: typed.secret }), path);
    }

    function recovery(made) {
      return h("section", { class: "cf-card cf-start-recovery", key: "recovery" }, [
        h("h2", { text: made.title }),
        h("p", { text: made.text }),
        h("p", { class: "cf-start-key", text: made.key }),
        h("div", { class: "cf-row" }, [
          button(made.print, () => window.print(), { icon: "paper", key: "print" }),
          button(made.kept, () => send({ kind: "recovery-kept" }), { look: "main", key: "kept" }),
        ]),
      ]);
    }

    function newCase(words) {
      ask({
        name: "new",
        journal: false,
        title: words.title,
        close: words.close,
        act: words.make,
        start: { alias: "", region: "nl-midden", age: "", passphrase: "" },
        content: ({ values, text, set }) => [
          text("alias", words.alias, { hint: words.alias_hint }),
          select({ label: words.region, options: words.regions, chosen: values.region, choose: (id) => set("region", id) }),
          text("age", words.age, { inputmode: "numeric" }),
          text("passphrase", words.passphrase, {
            hint: words.passphrase_hint,
            type: values.visible ? "text" : "password",
            // A name of its own, so that it is made anew in the other kind.
            name: values.visible ? "new.passphrase-shown" : "new.passphrase",
          }),
          tick({ text: words.show, checked: values.visible, change: (on) => set("visible", on) }),
        ],
        intent: ({ alias, region, age, passphrase }) => ({ kind: "new", alias, region, age, passphrase }),
      });
    }
  },
});
