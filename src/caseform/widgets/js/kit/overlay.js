/**
 * What lies over a page for a moment: pop-ups, menus, dialogs. Escape always gets out, the focus
 * returns to where it was, and a pop-up is renewed with its page while it is open.
 */
import { button } from "./choice.js";
import { focusables, h, part, redraw } from "./dom.js";
import { icon } from "./icons.js";

const EDGE_PX = 8;

/**
 * Opens a panel beside `anchor`.
 *
 * @param {Element} anchor
 * @param {object} options
 * @param {string} options.label For screen readers.
 * @param {string} [options.role] `dialog` or `menu`.
 * @param {string} [options.class]
 * @param {() => void} [options.closed] Called when it is closed, however that came about.
 * @returns {{panel: HTMLElement, close: (back?: boolean) => void, place: () => void}}
 */
export function popover(anchor, { label, role = "dialog", class: classes, closed }) {
  const root = anchor.closest(".cf") ?? document.body;
  const before = document.activeElement;
  const panel = h("div", {
    class: ["cf-popover", classes],
    role,
    tabindex: -1,
    popover: "manual",
    aria: { label },
    on: { keydown: hear },
  });
  // Inside its landmark, so that a screen reader does not find it beside the page.
  (anchor.closest("header, main, footer, dialog") ?? root).append(panel);
  panel.showPopover?.();

  function hear(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") {
      const stops = focusables(panel);
      const last = event.shiftKey ? stops[0] : stops.at(-1);
      if (event.target === last || !stops.length) {
        event.preventDefault();
        (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
      }
    }
  }

  function elsewhere(event) {
    const path = event.composedPath();
    if (!path.includes(panel) && !path.includes(anchor)) close(false);
  }

  function place() {
    const at = anchor.getBoundingClientRect();
    const size = panel.getBoundingClientRect();
    const left = Math.min(at.left, window.innerWidth - size.width - EDGE_PX);
    const below = window.innerHeight - at.bottom - EDGE_PX * 2;
    const above = at.top - EDGE_PX * 2;
    const goesUp = size.height > below && above > below;
    panel.style.setProperty("--cf-room-there", `${Math.max(goesUp ? above : below, 160)}px`);
    panel.style.left = `${Math.max(EDGE_PX, left)}px`;
    panel.style.top = goesUp ? "auto" : `${at.bottom + EDGE_PX}px`;
    panel.style.bottom = goesUp ? `${window.innerHeight - at.top + EDGE_PX}px` : "auto";
  }

  function close(back = true) {
    if (!panel.isConnected) return;
    document.removeEventListener("pointerdown", elsewhere, true);
    window.removeEventListener("resize", place);
    panel.remove();
    if (back && before?.isConnected) before.focus({ preventScroll: true });
    closed?.();
  }

  document.addEventListener("pointerdown", elsewhere, true);
  window.addEventListener("resize", place);
  return { panel, close, place };
}

/**
 * A button with a panel behind it, renewed with the page while it is open.
 *
 * @param {object} options
 * @param {string} options.key
 * @param {string} options.label For screen readers: what the panel is about.
 * @param {() => *} options.face What the button shows.
 * @param {(close: () => void) => *} options.content What the panel shows.
 * @param {() => void} [options.closed] Called when the panel is closed, however that came about.
 * @param {string} [options.class] Of the button.
 * @param {boolean} [options.disabled]
 */
export function popButton(options) {
  let now = options;
  let open = null;
  const node = h("button", { type: "button", aria: { haspopup: "dialog", expanded: "false" } });

  const draw = () => {
    redraw(open.panel, now.content(() => open?.close()));
    open.place();
  };

  node.addEventListener("click", () => {
    if (open) return open.close();
    const { label } = now;
    open = popover(node, {
      label,
      closed: () => {
        open = null;
        node.setAttribute("aria-expanded", "false");
        now.closed?.();
      },
    });
    node.setAttribute("aria-expanded", "true");
    draw();
    (focusables(open.panel)[0] ?? open.panel).focus({ preventScroll: true });
  });

  const update = (next) => {
    now = next;
    node.className = ["cf-button cf-button-quiet", next.class].filter(Boolean).join(" ");
    node.disabled = Boolean(next.disabled);
    redraw(node, next.face());
    if (open) draw();
  };
  update(options);
  return part(node, `pop ${options.key}`, options, update);
}

/**
 * A button with a menu behind it: arrows move, a letter jumps, Enter presses, Escape closes.
 *
 * @param {object} options
 * @param {string} options.key
 * @param {string} options.label For screen readers: what the menu is about.
 * @param {() => *} options.face What the button shows; a small arrow is added.
 * @param {({text: string, press: () => void, icon?: string, hint?: string, checked?: boolean,
 *   disabled?: boolean}|"line")[]} options.entries `"line"` separates.
 * @param {string} [options.class]
 */
export function menuButton(options) {
  let now = options;
  let open = null;
  const node = h("button", { type: "button", aria: { haspopup: "menu", expanded: "false" } });

  const steps = () => [...open.panel.querySelectorAll('[role^="menuitem"]:not([disabled])')];

  const move = (event) => {
    if (!open) return; // Escape has just closed it
    const all = steps();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      all[(to + all.length) % all.length]?.focus();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      const letter = event.key.toLocaleLowerCase();
      const later = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      event.stopPropagation();
      later.find((each) => each.textContent.trim().toLocaleLowerCase().startsWith(letter))?.focus();
    }
  };

  const draw = () => {
    redraw(
      open.panel,
      now.entries.map((entry, at) =>
        entry === "line"
          ? h("hr", { class: "cf-menu-line", key: `line ${at}` })
          : h(
              "button",
              {
                type: "button",
                key: entry.text,
                class: "cf-menu-entry",
                role: entry.checked === undefined ? "menuitem" : "menuitemradio",
                disabled: Boolean(entry.disabled),
                tabindex: -1,
                aria: { checked: entry.checked },
                on: {
                  click: () => {
                    open?.close();
                    entry.press();
                  },
                },
              },
              h("span", { class: "cf-menu-icon" }, entry.checked ? icon("check") : entry.icon && icon(entry.icon)),
              h("span", { class: "cf-menu-words" }, entry.text, entry.hint && h("small", { class: "cf-quiet", text: entry.hint })),
            ),
      ),
    );
    open.place();
  };

  const show = (last) => {
    open = popover(node, {
      label: now.label,
      role: "menu",
      class: "cf-menu",
      closed: () => {
        open = null;
        node.setAttribute("aria-expanded", "false");
      },
    });
    node.setAttribute("aria-expanded", "true");
    open.panel.addEventListener("keydown", move);
    draw();
    (last ? steps().at(-1) : steps()[0])?.focus({ preventScroll: true });
  };

  node.addEventListener("click", () => (open ? open.close() : show(false)));
  node.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    if (!open) show(event.key === "ArrowUp");
  });

  const update = (next) => {
    now = next;
    node.className = ["cf-button cf-button-quiet cf-menu-button", next.class].filter(Boolean).join(" ");
    redraw(node, next.face(), icon("down"));
    if (open) draw();
  };
  update(options);
  return part(node, `menu ${options.key}`, options, update);
}

/**
 * Opens a dialog over the page. The rest of the page waits; Escape closes it.
 *
 * @param {Element} root The page, or anything in it.
 * @param {object} options
 * @param {string} options.title
 * @param {(close: () => void) => *} options.content
 * @param {string} options.closeWords What the cross says.
 * @param {(close: () => void) => *} [options.actions] Buttons at the foot.
 * @param {() => void} [options.closed]
 * @param {boolean} [options.wide]
 * @returns {{close: () => void, redraw: () => void, node: HTMLElement}}
 */
export function dialog(root, { title, content, closeWords, actions, closed, wide }) {
  const before = document.activeElement;
  const body = h("div", { class: "cf-dialog-body" });
  const foot = h("div", { class: "cf-dialog-foot" });
  const heading = h("h2", { text: title, tabindex: -1 });
  const node = h(
    "dialog",
    { class: ["cf-dialog", wide && "cf-dialog-wide"], aria: { label: title } },
    h(
      "div",
      { class: "cf-dialog-head" },
      heading,
      button(closeWords, () => node.close(), { icon: "close", iconOnly: true, look: "quiet" }),
    ),
    body,
    foot,
  );
  const close = () => node.close();
  const draw = () => {
    redraw(body, content(close));
    redraw(foot, actions?.(close));
    foot.hidden = !foot.childNodes.length;
  };
  node.addEventListener("keydown", (event) => event.stopPropagation());
  node.addEventListener("close", () => {
    node.remove();
    if (before?.isConnected) before.focus({ preventScroll: true });
    closed?.();
  });
  (root.closest(".cf") ?? document.body).append(node);
  draw();
  node.showModal();
  (focusables(body)[0] ?? heading).focus();
  return { close, redraw: draw, node };
}
