// When a page ends it turns to paper at once, and comes back by itself as soon as it may.

const AGAIN_MS = 250;
const PATIENCE_MS = 4000;
const LATER_MS = 3000;

let hasLeft = false;

/** Shows one calm sentence in the page's language, with its blanks filled. */
export function tell(key, blanks = {}) {
  const words = JSON.parse(document.body.dataset.words);
  const sentence = (words[document.documentElement.lang] ?? words.nl)[key];
  document.getElementById("sentence").textContent = sentence.replace(
    /\{(\w+)\}/g,
    (_, name) => blanks[name],
  );
}

/** Turns the page to paper and comes back with a fresh kernel once the server answers. */
export async function leave(room) {
  if (hasLeft) return;
  hasLeft = true;
  room.dataset.state = "gone";
  room.replaceChildren();
  room.setAttribute("role", "main");
  const since = performance.now();
  // A server that closes needs a moment to know it; until then it says that one may come back.
  await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  while (!(await mayComeBack())) {
    const isLong = performance.now() - since > PATIENCE_MS;
    if (isLong) tell("closed");
    await new Promise((resolve) => setTimeout(resolve, isLong ? LATER_MS : AGAIN_MS));
  }
  location.reload();
}

async function mayComeBack() {
  try {
    return (await fetch("alive", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
