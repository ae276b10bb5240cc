/** Single-letter keys: on their own outside text fields, with Alt inside them. */

/** Whether keys typed into `node` make words. */
export function takesText(node) {
  if (!(node instanceof HTMLElement)) return false;
  if (node.isContentEditable || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement) return true;
  const wordless = ["button", "checkbox", "radio", "range", "color", "file", "submit", "reset"];
  return node instanceof HTMLInputElement && !wordless.includes(node.type);
}

/**
 * Listens for keys while `root` is on screen.
 *
 * @param {Element} root The page. Keys count when pressed inside it, or when nothing has the focus.
 * @param {Record<string, (event: KeyboardEvent) => void>} keys By letter ("n"), or by the name of a
 *   key ("Escape"), or with Ctrl or Cmd before it ("Ctrl+z", "Ctrl+Shift+z").
 * @returns {() => void} Stops listening.
 */
export function shortcuts(root, keys) {
  const hear = (event) => {
    if (event.defaultPrevented || event.isComposing || !visible(root)) return;
    const target = event.target;
    if (target !== document.body && !root.contains(target)) return;
    // While a dialog or menu is open its own keys are the only ones.
    if (root.querySelector("dialog[open], .cf-popover") && !target.closest?.("[data-cf-keys]")) return;
    const act = keys[nameOf(event)];
    if (!act) return;
    const single = !event.ctrlKey && !event.metaKey && event.key.length === 1;
    if (single && takesText(target) !== event.altKey && !(event.altKey && !takesText(target))) return;
    if ((event.ctrlKey || event.metaKey) && takesText(target)) return; // a text field undoes its own words
    if (event.key.startsWith("Arrow") && takesText(target)) return; // there an arrow goes by letters
    event.preventDefault();
    act(event);
  };
  document.addEventListener("keydown", hear);
  return () => document.removeEventListener("keydown", hear);
}

function nameOf(event) {
  if (event.ctrlKey || event.metaKey) return `Ctrl+${event.shiftKey ? "Shift+" : ""}${event.key.toLowerCase()}`;
  // With Alt some keyboards type another character; the key itself is still the letter.
  if (/^Key[A-Z]$/.test(event.code)) return event.altKey ? event.code.slice(3).toLowerCase() : event.key.toLowerCase();
  return event.key;
}

function visible(node) {
  return node.isConnected && (node.checkVisibility?.() ?? node.offsetParent !== null);
}
