/**
 * The workbooks that are open: each is run when it opens and whenever its kernel starts anew.
 */

const PATIENCE_MS = 12000;
const KERNEL_PATIENCE_MS = 30000;
const KERNEL_TRIES = 4;

/** @typedef {"preparing" | "slow" | "returning" | "ready" | "failed"} State */

export class Pages {
  /** Called whenever the state of a page changes. */
  changed = () => {};

  #app;
  #CodeCell;
  #known;
  #pages = new Map();
  #opening = new Map();

  constructor({ app, tracker, CodeCell, known }) {
    this.#app = app;
    this.#CodeCell = CodeCell;
    this.#known = new Set(known);
    tracker.widgetAdded.connect((_, panel) => this.#adopt(panel));
    tracker.forEach((panel) => this.#adopt(panel));
  }

  /** @returns {State} how far the page in `panel` is. */
  state(panel) {
    return this.#pages.get(panel)?.state ?? "preparing";
  }

  /** Open the workbook `name`; one that is open already is only brought forward. */
  async open(name, { activate }) {
    const path = `${name}.ipynb`;
    let panel = [...this.#pages.keys()].find((open) => open.context.path === path);
    if (!panel) {
      if (!this.#opening.has(path)) {
        const options = { activate: false, mode: "tab-after" };
        this.#opening.set(
          path,
          this.#app.commands
            .execute("docmanager:open", { path, factory: "Notebook", options })
            .finally(() => this.#opening.delete(path)),
        );
      }
      panel = await this.#opening.get(path);
    }
    if (activate && panel) {
      await panel.context.ready;
      // JupyterLab follows the focus, and a title that is not shown cannot have it.
      panel.content.activeCellIndex = panel.content.widgets.length - 1;
      this.#app.shell.activateById(panel.id);
      if (!panel.node.contains(document.activeElement)) {
        panel.content.node.tabIndex = -1;
        panel.content.node.focus({ preventScroll: true });
      }
    }
    return panel;
  }

  /** Wait until the page in `panel` is there, or will not come. */
  async settled(panel) {
    await this.#pages.get(panel)?.settled;
  }

  /** Start the kernel of `panel` anew and run the workbook again. */
  async retry(panel) {
    const page = this.#pages.get(panel);
    if (page) {
      page.tries = 0;
      this.#become(page, "preparing");
      await this.#restart(page);
    }
  }

  /** Start every page anew, the one in `first` before the others: another case is open now. */
  async reopen(first) {
    const pages = [...this.#pages.values()];
    pages.forEach((page) => this.#become(page, "preparing"));
    pages.sort((a, b) => (b.panel === first) - (a.panel === first));
    for (const page of pages) {
      page.tries = 0;
      await this.#restart(page);
    }
  }

  #adopt(panel) {
    const name = panel.context.path.replace(/\.ipynb$/, "");
    if (this.#pages.has(panel) || !this.#known.has(name)) {
      return;
    }
    const page = { panel, state: "preparing", tries: 0, run: 0, patience: null };
    page.settled = new Promise((done) => (page.settle = done));
    this.#pages.set(panel, page);
    panel.disposed.connect(() => {
      page.settle();
      this.#pages.delete(panel);
    });
    // Nothing is ever saved, so there is nothing to ask about when a page is left.
    panel.context.model.stateChanged.connect((model, change) => {
      if (change.name === "dirty" && change.newValue) {
        model.dirty = false;
      }
    });
    void this.#begin(page);
  }

  async #begin(page) {
    const { context, sessionContext } = page.panel;
    await context.ready;
    await page.panel.revealed;
    await sessionContext.ready;
    // Only from here on: while a session is being made it passes through "dead" as well.
    sessionContext.statusChanged.connect((_, status) => this.#onStatus(page, status));
    sessionContext.kernelChanged.connect((_, { newValue }) => {
      if (newValue === null) {
        this.#onStatus(page, "dead");
      }
    });
    if (sessionContext.session?.kernel) {
      await this.#run(page);
    } else {
      await this.#restart(page);
    }
  }

  #onStatus(page, status) {
    if (page.panel.isDisposed || page.isRestarting) {
      return;
    }
    if (status === "autorestarting") {
      // The server starts a new kernel; JupyterLab drops whatever is asked before it listens.
      page.run += 1;
      this.#become(page, "returning");
      clearTimeout(page.patience);
      page.patience = setTimeout(() => void this.#restart(page), KERNEL_PATIENCE_MS);
    } else if (status === "idle" && page.patience) {
      clearTimeout(page.patience);
      page.patience = null;
      void this.#run(page);
    } else if (status === "dead") {
      this.#become(page, "returning");
      void this.#restart(page);
    }
  }

  async #restart(page) {
    if (page.isRestarting) {
      return;
    }
    page.isRestarting = true;
    page.run += 1;
    clearTimeout(page.patience);
    page.patience = null;
    try {
      if (page.tries++ >= KERNEL_TRIES) {
        throw new Error("the kernel does not stay");
      }
      const { sessionContext } = page.panel;
      const kernel = sessionContext.session?.kernel;
      if (kernel && kernel.status !== "dead") {
        await sessionContext.restartKernel();
      } else {
        await sessionContext.changeKernel({ name: "python3" });
      }
      page.isRestarting = false;
      await this.#run(page);
    } catch {
      page.isRestarting = false;
      this.#become(page, "failed");
    }
  }

  async #run(page) {
    const mine = ++page.run;
    const { content, sessionContext } = page.panel;
    const hurry = setTimeout(() => {
      if (page.run === mine && page.state === "preparing") {
        this.#become(page, "slow");
      }
    }, PATIENCE_MS);
    try {
      const cells = content.widgets.filter((cell) => cell.model.type === "code");
      for (const cell of cells) {
        const reply = await this.#CodeCell.execute(cell, sessionContext);
        if (page.run !== mine) {
          return;
        }
        if (reply?.content.status !== "ok") {
          throw new Error("a cell did not finish");
        }
      }
      await rendered(cells.at(-1), () => page.run !== mine);
      if (page.run === mine) {
        page.tries = 0;
        withoutTabStops(content);
        this.#become(page, "ready");
      }
    } catch {
      // A kernel that ends while it runs is told apart by its status, which comes right after.
      await new Promise((done) => setTimeout(done, 1500));
      if (page.run === mine) {
        this.#become(page, "failed");
      }
    } finally {
      clearTimeout(hurry);
    }
  }

  #become(page, state) {
    page.state = state;
    if (state === "ready" || state === "failed") {
      page.settle();
    }
    this.changed();
  }
}

/** The frame around a page is not a place to be; Tab goes from the page to the page. */
function withoutTabStops(notebook) {
  for (const cell of notebook.widgets) {
    cell.node.tabIndex = -1;
  }
}

/** Wait until the output of `cell` shows something, be it on a page that is not in front yet. */
async function rendered(cell, isOutdated) {
  const area = cell.outputArea;
  const isThere = () => {
    const place = isWidget(area.model) ? ".jupyter-widgets, .cf" : ".jp-OutputArea-output";
    return [...area.node.querySelectorAll(`:is(${place}) *, ${place}`)].some(showsSomething);
  };
  while (!isThere() && !isOutdated()) {
    await new Promise((done) => setTimeout(done, 30));
  }
}

function showsSomething(node) {
  const hasWords = [...node.childNodes].some(
    (child) => child.nodeType === Node.TEXT_NODE && child.data.trim() !== "",
  );
  return (hasWords || node.matches("img, svg, canvas")) && node.getBoundingClientRect().height > 0;
}

function isWidget(outputs) {
  for (let i = 0; i < outputs.length; i += 1) {
    if (outputs.get(i).data["application/vnd.jupyter.widget-view+json"]) {
      return true;
    }
  }
  return false;
}
