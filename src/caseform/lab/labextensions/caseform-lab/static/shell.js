/**
 * The shell: a workbook as one calm page, and the way to the next.
 *
 * What a page can ask for, as an event on the window:
 *   caseform:goto      {workbook}    show that workbook
 *   caseform:reopen    {workbook?}   another case is open: every page starts anew, that one first
 *   caseform:lab-on                  bring the ordinary JupyterLab back
 *   caseform:lab-off                 and hide it again
 *   caseform:language  {language}    say the shell's own sentences in that language
 */
import { guard } from "./guard.js";
import { Pages } from "./pages.js";
import { Veil } from "./veil.js";

const WARM_AFTER_MS = 400;

/** One of the modules that JupyterLab shares with extensions. */
async function shared(scope, name) {
  const [first] = Object.values(scope[name]);
  return (await first.get())();
}

/** @returns the plugins of this extension, once JupyterLab's own modules are there. */
export async function plugins(scope) {
  const [application, notebook, cells, coreutils] = await Promise.all(
    ["application", "notebook", "cells", "coreutils"].map((name) =>
      shared(scope, `@jupyterlab/${name}`),
    ),
  );
  const given = JSON.parse(coreutils.PageConfig.getOption("caseform"));
  const veil = new Veil(given);
  const connection = {
    id: "caseform-lab:connection",
    autoStart: true,
    provides: application.IConnectionLost,
    activate: () => async () => veil.lost(coreutils.PageConfig.getBaseUrl()),
  };
  // JupyterLab would bring the workbook in the address forward once more, late, from under the
  // hands of someone who has gone on to the next; the shell opens it by itself.
  const noTree = {
    id: "caseform-lab:no-tree",
    autoStart: true,
    provides: application.JupyterFrontEnd.ITreeResolver,
    activate: () => ({ paths: Promise.resolve({ browser: "", file: "" }) }),
  };
  const shell = {
    id: "caseform-lab:shell",
    autoStart: true,
    requires: [notebook.INotebookTracker],
    activate: (app, tracker) =>
      activate(app, tracker, { given, veil, CodeCell: cells.CodeCell }),
  };
  return [connection, noTree, shell];
}

function activate(app, tracker, { given, veil, CodeCell }) {
  const isCalm = () => document.body.classList.contains("caseform-calm");
  const pages = new Pages({ app, tracker, CodeCell, known: given.workbooks });

  let front = app.shell.currentWidget;
  const show = () => veil.show(pages.state(front));
  const bringForward = (panel) => {
    front = panel ?? front;
    show();
  };
  pages.changed = show;
  app.shell.currentChanged.connect((_, { newValue }) => bringForward(newValue));
  veil.onRetry = () => pages.retry(front);
  guard(app, isCalm);

  const goTo = async (name) => {
    if (given.workbooks.includes(name)) {
      const panel = await pages.open(name, { activate: true });
      bringForward(panel);
      return panel;
    }
    return null;
  };
  const setCalm = (calm) => {
    document.body.classList.toggle("caseform-calm", calm);
    document.body.classList.toggle("caseform-ordinary", !calm);
    layOut(app.shell.node);
    show();
  };

  window.addEventListener("caseform:goto", (event) => void goTo(event.detail?.workbook));
  window.addEventListener("caseform:reopen", async (event) => {
    const name = event.detail?.workbook ?? nameInAddress();
    await pages.reopen(await goTo(name));
  });
  window.addEventListener("caseform:lab-on", (event) => setCalm(event.detail?.on === false));
  window.addEventListener("caseform:lab-off", () => setCalm(true));
  window.addEventListener("caseform:language", (event) => veil.speak(event.detail?.language));
  window.addEventListener("popstate", () => void goTo(nameInAddress()));
  veil.onBack = () => setCalm(true);

  keepTitle();
  void app.restored.then(async () => {
    const asked = given.workbooks.includes(nameInAddress()) ? nameInAddress() : given.first;
    await pages.settled(await goTo(asked));
    // The others get ready while the first is being read, one at a time.
    for (const name of given.workbooks) {
      await new Promise((done) => setTimeout(done, WARM_AFTER_MS));
      await pages.settled(await pages.open(name, { activate: false }));
    }
  });
}

/** JupyterLab lays out again only what has changed its size, so the window changes for a moment. */
function layOut(node) {
  node.style.right = "1px";
  window.dispatchEvent(new Event("resize"));
  requestAnimationFrame(() => {
    node.style.right = "";
    window.dispatchEvent(new Event("resize"));
  });
}

/** JupyterLab would put the name of the file in the title of the tab. */
function keepTitle() {
  const keep = () => {
    if (document.title !== "caseform") {
      document.title = "caseform";
    }
  };
  keep();
  new MutationObserver(keep).observe(document.querySelector("title"), { childList: true });
}

function nameInAddress() {
  const last = decodeURIComponent(window.location.pathname.split("/").pop());
  return last.replace(/\.ipynb$/, "");
}
