/** A whole timetable comes in: pasted or from a file, looked at first, then put in its place. */
import { button, h, segmented } from "../kit/index.js";

/** Makes what opens the dialog in which a timetable is read. */
export function readingTimetable({ root, onMessage }, ask) {
  let hear = null;
  onMessage("timetable-read", (found) => hear?.(found));

  return (words) => {
    let looked = null; // the answers that were looked at
    let sent = null; // the answers that were sent last
    let isTaking = false;
    const told = ({ text, when, since }) => ({ text, when, since });
    const isLookedAt = (values) => looked === JSON.stringify(told(values));
    const asked = {
      name: "timetable",
      title: words.open,
      close: words.close,
      act: words.look,
      start: { text: "", file: "", when: "replace", since: "", found: null },
      content: ({ values, text, set }) => {
        hear = (found) => {
          looked = sent;
          set("found", found);
          root.querySelector(".cf-timetable-found")?.scrollIntoView({ block: "nearest" });
        };
        asked.act = values.found && isLookedAt(values) ? words.take : words.look;
        return [
          h("p", { class: "cf-quiet", text: words.hint }),
          values.file ? fileRow(values, set) : [text("text", words.text, { rows: 6, heard: () => looked && set("text", values.text) }), chooseFile(values, set)],
          segmented({
            label: words.when,
            showLabel: true,
            options: ["replace", "since"].map((id) => ({ id, text: words[id] })),
            chosen: values.when,
            choose: (id) => set("when", id),
          }),
          values.when === "since" ? text("since", words.day, { type: "date" }) : null,
          values.found && isLookedAt(values) ? preview(values.found) : null,
        ];
      },
      intent: (values) => {
        // What is put in is what was looked at: anything else is looked at first.
        isTaking = isLookedAt(values);
        sent = JSON.stringify(told(values));
        asked.next = isTaking ? undefined : (now) => now;
        return { kind: isTaking ? "take-timetable" : "read-timetable", ...told(values) };
      },
    };
    ask(asked);

    function fileRow(values, set) {
      return h("div", { class: "cf-row", key: "file" }, [
        h("strong", { text: values.file }),
        button(words["drop-file"], () => { values.text = ""; set("file", ""); }, { look: "quiet" }),
      ]);
    }

    function chooseFile(values, set) {
      const pick = h("input", {
        type: "file",
        hidden: true,
        accept: ".csv,.ics,.txt,.tsv",
        on: {
          change: async ({ target }) => {
            const [file] = target.files;
            if (!file) return;
            values.text = await textOf(file);
            set("file", file.name);
          },
        },
      });
      return h("div", { key: "choose" }, [pick, button(words.file, () => pick.click(), { key: "file" })]);
    }

    function preview({ days, notes }) {
      return h("div", { class: "cf-timetable-found", key: "found", role: "status" }, [
        h("h3", { text: words.found }),
        notes.length ? h("ul", { class: "cf-timetable-notes", key: "notes" }, notes.map((note) => h("li", { text: note }))) : null,
        h("div", { class: "cf-timetable-days", key: "days" }, days.map((day) => h("div", { key: day.name }, [
          h("h4", { text: day.name }),
          h("ul", {}, day.lines.map((line) => h("li", { text: line }))),
        ]))),
      ]);
    }
  };
}

/** The text of a file; what is no UTF-8 is told by Python, which sees the marks of it. */
async function textOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // What is no Unicode was saved by a spreadsheet on Windows.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
