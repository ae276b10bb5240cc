/** The graded return: how before when, the ladder, the coming days with reasons, the timetable. */
import { asking } from "./ask.js";
import { bar } from "./bar.js";
import { button, field, h, icon, page, popButton, segmented, select } from "./kit/index.js";
import { peopleBeside } from "./people.js";

export default page({
  name: "plan",
  bar,
  make: (context) => {
    const { send, draft, redraw } = context;
    const ask = asking(context);
    let editing = null;
    const who = peopleBeside(context, ask);

    return (plan) => [
      h("header", { class: "cf-plan-head" }, [
        h("h1", { text: plan.title }),
        segmented({
          label: plan.goal.label,
          showLabel: true,
          options: plan.goal.options,
          chosen: plan.goal.chosen,
          choose: (value) => value && send({ kind: "goal", value }),
        }),
      ]),
      who(plan.people),
      h("div", { class: "cf-plan-columns" }, [
        h("div", { class: "cf-stack" }, [how(plan.how), findings(plan.findings)]),
        h("div", { class: "cf-stack" }, [days(plan.days), ladder(plan.ladder)]),
      ]),
      timetable(plan.timetable),
    ];

    function how(asked) {
      return h("section", { class: "cf-card", key: "how" }, [
        h("h2", { text: asked.title }),
        h("p", { class: "cf-quiet", text: asked.hint }),
        h("ol", { class: "cf-plan-how" }, asked.fields.map((one) => {
          const name = `return.how.${one.name}`;
          return h("li", { class: one.is_filled ? "cf-plan-filled" : null, key: one.name }, [
            h("span", { class: "cf-plan-tick", aria: { hidden: "true" } }, one.is_filled ? icon("check") : null),
            one.people
              ? select({
                  label: one.label,
                  options: [{ id: "", text: one.nobody }, ...one.people],
                  chosen: one.value,
                  choose: (value) => send({ kind: "how", name: one.name, value }),
                })
              : field({
                  name,
                  rows: 2,
                  label: one.label,
                  placeholder: one.hint,
                  value: one.value,
                  draft: draft(name),
                  send,
                  intent: { kind: "how", name: one.name },
                }),
          ]);
        })),
      ]);
    }

    function days(shown) {
      return h("section", { class: "cf-card", key: "days" }, [
        h("h2", { text: shown.title }),
        ...shown.messages.map((one) => message(one)),
        h("ol", { class: "cf-plan-days" }, shown.rows.map((day) => h("li", { key: day.key, class: `cf-plan-${day.direction}` }, [
          h("span", { class: "cf-plan-on", text: day.on }),
          h("span", { class: "cf-plan-what" }, [
            day.direction === "same" ? null : [icon(day.direction), h("span", { class: "cf-unseen", text: day.direction_words })],
            day.step,
            h("span", { class: "cf-plan-people cf-quiet" }, [
              day.people,
              day.agreed ? h("span", { class: "cf-plan-agreed" }, [icon("check"), day.agreed]) : null,
            ]),
          ]),
          day.why.length
            ? popButton({
                key: `why ${day.key}`,
                label: `${day.why_label} ${day.on}`,
                face: () => day.why_label,
                content: () => h("div", { class: "cf-plan-why" }, day.why.map((one) => [
                  h("p", { text: one.text }),
                  h("p", { class: "cf-quiet", text: one.source }),
                ])),
              })
            : h("span"),
        ]))),
        shown.later ? h("p", { class: "cf-quiet", text: shown.later }) : null,
        shown.agree
          ? h("div", { class: "cf-plan-agreeing" }, [
              h("p", { class: "cf-quiet", text: shown.written }),
              h("div", { class: "cf-row" }, [
                button(shown.pencil, () => send({ kind: "pencil" }), { icon: "pencil", key: "pencil" }),
                button(shown.agree, () => agree(shown.reason), { look: "main", icon: "check", key: "agree" }),
              ]),
              h("p", { class: "cf-quiet", text: shown.open }),
            ])
          : null,
      ]);
    }

    function agree(asked) {
      if (!asked.needed) return send({ kind: "agree" });
      ask({
        name: "agree",
        title: asked.title,
        close: asked.close,
        act: asked.do,
        content: ({ text }) => [
          h("p", { text: asked.text }),
          h("ul", {}, asked.open.map((one) => h("li", { text: one }))),
          text("reason", asked.label),
        ],
        intent: ({ reason }) => ({ kind: "agree", reason }),
      });
    }

    function ladder(shown) {
      const { words } = shown;
      return h("section", { class: "cf-card", key: "ladder" }, [
        h("h2", { text: shown.title }),
        h("p", { class: "cf-quiet", text: shown.hint }),
        shown.empty ? h("p", { class: "cf-empty", text: shown.empty }) : null,
        h("ol", { class: "cf-plan-ladder" }, shown.steps.map((step, at) => h("li", {
          key: step.id,
          class: ["cf-plan-step", step.is_now && "cf-plan-now", step.done && "cf-plan-done"],
        }, [
          h("div", { class: "cf-plan-step-head" }, [
            h("span", { class: "cf-plan-dot", aria: { hidden: "true" } }, step.done ? icon("check") : null),
            h("button", {
              type: "button",
              class: "cf-plan-step-words",
              aria: { expanded: String(editing === step.id) },
              on: { click: () => { editing = editing === step.id ? null : step.id; redraw(); } },
            }, [step.words, step.is_now ? h("span", { class: "cf-plan-badge", text: words.now }) : null]),
            step.rating ? h("span", { class: "cf-quiet cf-plan-rating", text: step.rating }) : null,
            button(words.up, () => send({ kind: "move-step", id: step.id, before: shown.steps[at - 1].id }), { look: "quiet", icon: "up", iconOnly: true, disabled: at === 0, key: "up" }),
            button(words.down, () => send({ kind: "move-step", id: step.id, before: shown.steps[at + 2]?.id ?? null }), { look: "quiet", icon: "down", iconOnly: true, disabled: at === shown.steps.length - 1, key: "down" }),
          ]),
          editing === step.id ? stepForm(step, shown) : null,
        ]))),
        field({ name: "return.new-step", label: shown.add, hint: shown.add_hint, draft: draft("return.new-step"), send, clears: true, intent: { kind: "add-step" } }),
        shown.ladders.length
          ? h("div", { class: "cf-stack" }, [
              h("p", { class: "cf-quiet", text: shown.begin }),
              h("div", { class: "cf-row" }, shown.ladders.map((one) => button(one.text, () => send({ kind: "add-ladder", id: one.id }), { key: one.id }))),
            ])
          : null,
      ]);
    }

    function stepForm(step, { words, kinds }) {
      const edit = (name) => ({ kind: "edit-step", id: step.id, name });
      const entry = (name, label, more = {}) => {
        const at = `return.step.${step.id}.${name}`;
        return field({ name: at, label, value: String(step[name] ?? ""), draft: draft(at), send, intent: edit(name), ...more });
      };
      return h("div", { class: "cf-stack cf-plan-form", key: "form" }, [
        entry("words", words.words),
        entry("helps", words.helps),
        entry("minutes", words.minutes, { inputmode: "numeric" }),
        segmented({
          label: words.predicted,
          showLabel: true,
          options: Array.from({ length: 11 }, (_, n) => ({ id: String(n), text: String(n) })),
          chosen: step.predicted == null ? null : String(step.predicted),
          choose: (id) => send({ ...edit("predicted"), value: id == null ? null : Number(id) }),
          canClear: true,
          wrap: true,
        }),
        segmented({ label: words.kind, showLabel: true, options: kinds, chosen: step.kind, choose: (value) => send({ ...edit("kind"), value }), canClear: true, wrap: true }),
        step.works_on.length ? h("p", { class: "cf-quiet", text: `${words.works_on} ${step.works_on.join(" · ")}` }) : null,
        h("div", { class: "cf-row" }, [
          step.is_now ? null : button(words.make_now, () => send({ kind: "current", id: step.id }), { key: "now" }),
          button(words.remove, () => send({ kind: "remove-step", id: step.id }), { look: "quiet", key: "remove" }),
        ]),
      ]);
    }

    function findings(shown) {
      return h("section", { class: "cf-card", key: "findings" }, [
        h("h2", { text: shown.title }),
        shown.rows.length ? shown.rows.map((one) => message(one, shown.why)) : h("p", { class: "cf-quiet", text: shown.none }),
      ]);
    }

    function message(one, why) {
      return h("div", { class: ["cf-plan-message", `cf-plan-${one.weight}`], key: `${one.rule} ${one.text}` }, [
        h("p", {}, [h("strong", { text: `${one.weight_words} ` }), one.text]),
        why && one.source
          ? popButton({ key: `source ${one.rule}`, label: why, face: () => why, content: () => h("p", { class: "cf-plan-why", text: one.source }) })
          : null,
      ]);
    }

    function timetable(shown) {
      return h("section", { class: "cf-plan-timetable", key: "timetable" }, [
        h("div", { class: "cf-row" }, [
          h("h2", { text: shown.title }),
          h("span", { class: "cf-push" }),
          button(shown.add.title, () => addBlock(shown), { icon: "plus", key: "add" }),
        ]),
        h("p", { class: "cf-quiet", text: shown.hint }),
        shown.empty ? h("p", { class: "cf-empty", text: shown.empty }) : null,
        h("div", { class: "cf-plan-week" }, shown.days.map((day) => h("div", { key: day.name }, [
          h("h3", { text: day.name }),
          h("ul", {}, day.blocks.map((block) => lesson(block, shown))),
        ]))),
      ]);
    }

    function lesson(block, shown) {
      const liked = block.liking > 0 ? "liked" : block.liking < 0 ? "disliked" : "plain";
      return h("li", { key: block.id, class: ["cf-plan-block", `cf-plan-${liked}`] }, popButton({
        key: block.id,
        label: `${block.time} ${block.subject}`,
        face: () => h("span", { class: "cf-plan-lesson" }, [
          h("span", { class: "cf-quiet", text: block.time }),
          h("span", { text: block.subject }),
          block.liking ? h("span", { class: "cf-quiet", text: shown[liked] }) : null,
          block.in_step ? h("span", { class: "cf-plan-badge", text: shown.in_step }) : null,
        ]),
        content: (close) => h("div", { class: "cf-stack" }, [
          h("p", {}, [h("strong", { text: `${block.subject} ` }), block.detail]),
          block.taxing ? h("p", { class: "cf-quiet", text: block.taxing }) : null,
          segmented({
            label: shown.liking.label,
            showLabel: true,
            options: shown.liking.options,
            chosen: block.liking == null ? null : String(block.liking),
            choose: (id) => send({ kind: "like-block", id: block.id, value: id == null ? null : Number(id) }),
            canClear: true,
            wrap: true,
          }),
          button(shown.remove, () => { close(); send({ kind: "remove-block", id: block.id }); }, { look: "quiet" }),
        ]),
      }));
    }

    function addBlock(shown) {
      const asked = shown.add;
      const days = shown.days.map((day) => ({ id: String(day.weekday), text: day.name }));
      ask({
        name: "block",
        title: asked.title,
        close: asked.close,
        act: asked.do,
        start: { weekday: "0", starts: "", ends: "", subject: "" },
        content: ({ values, text, set }) => [
          select({ label: asked.weekday, options: days, chosen: values.weekday, choose: (day) => set("weekday", day) }),
          h("div", { class: "cf-plan-times", key: "times" }, [
            text("starts", asked.starts, { placeholder: "8:30", inputmode: "numeric" }),
            text("ends", asked.ends, { placeholder: "9:20", inputmode: "numeric" }),
          ]),
          text("subject", asked.subject),
        ],
        intent: (values) => ({ kind: "add-block", ...values }),
        // A week has some thirty lessons: the next one begins where this one ended.
        next: (values) => ({ ...values, starts: values.ends, ends: "", subject: "" }),
      });
    }
  },
});
