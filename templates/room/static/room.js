// The frame around a room's page: it draws the page's widget and connects it to its kernel.
//
// A room shows one anywidget. Such a widget needs little: values that change, messages, and an
// element to draw in. This is that little, in place of a whole notebook front end.

import { connect } from "./socket.js";
import { Model } from "./model.js";
import { leave, tell } from "./leaving.js";

const room = document.getElementById("room");

/** What the server found when it ran the page's notebook: kernel, widget, state, or a fault. */
const answer = document.getElementById("opened");
const opened = answer && JSON.parse(answer.content.textContent);
// What is withdrawn later must not stay behind in the answer of the server.
answer?.remove();

/** Gives the page its style without a style element, which the page's policy would refuse. */
function dress(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Loads the widget's own module, which came with its state. */
async function load(source) {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const module = await import(address);
  URL.revokeObjectURL(address);
  return typeof module.default === "function" ? module.default() : module.default;
}

function followLanguage(model) {
  const language = model.get("view")?.language;
  if (language) document.documentElement.lang = language;
}

async function show() {
  const socket = connect(opened.kernel, { onEnd: () => leave(room) });
  const model = new Model(opened.model, opened.state, socket);
  model.on("change:view", () => followLanguage(model));
  model.on("msg:custom", (content) => content?.kind === "close" && leave(room));
  followLanguage(model);
  dress(model.get("_css") ?? "");
  const widget = await load(model.get("_esm"));
  const signal = new AbortController().signal;
  await widget.initialize?.({ model, signal, experimental: {} });
  await widget.render({ model, el: room, signal, experimental: {} });
  // A page has one main part; a widget that brings its own is inside ours.
  if (room.querySelector("main")) room.removeAttribute("role");
  room.dataset.state = "shown";
  // What changed between the answer of the server and the opening of the socket.
  await socket.opened;
  await model.refresh();
  room.dataset.state = "live";
}

if (!opened) {
  // The server ended while it was answering.
  leave(room);
} else if (opened.fault) {
  tell("fault", { fault: opened.fault });
} else {
  show();
}
