/**
 * What JupyterLab would do to a calm page, and must not.
 */

/** Keep JupyterLab's keys, menus and dialogs away while `isCalm()`. */
export function guard(app, isCalm) {
  unlessCalm(app.commands, "processKeydownEvent", isCalm);
  unlessCalm(app.contextMenu, "open", isCalm);
  document.addEventListener(
    "keydown",
    (event) => {
      // Everything is saved already; the browser's own "save page" would save a shell.
      if (isCalm() && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
        event.preventDefault();
      }
    },
    true,
  );
  // Dialogs are answered with "no" before they are painted; the style sheet hides them as well.
  new MutationObserver(() => {
    if (isCalm()) {
      for (const dialog of document.querySelectorAll(".jp-Dialog")) {
        dialog.dispatchEvent(
          new KeyboardEvent("keydown", { key: "Escape", keyCode: 27, bubbles: false }),
        );
      }
    }
  }).observe(document.body, { childList: true });
}

function unlessCalm(owner, method, isCalm) {
  const original = owner[method].bind(owner);
  owner[method] = (...given) => (isCalm() ? false : original(...given));
}
