/** The school week: its blocks, what is liked, and what is added. */
import { button, h, popButton, segmented, select } from "../kit/index.js";

/** Makes what draws the tab with the school week. */
export function timetableTab(context, ask) {
  const { send } = context;
  return timetable;

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
}
