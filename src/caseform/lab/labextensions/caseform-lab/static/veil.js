/**
 * What covers the page while it is not there: one sentence, and a button if one can help.
 */

const ASK_AGAIN_MS = 3000;

const SENTENCES = {
  preparing: "getting-ready",
  slow: "takes-longer",
  returning: "coming-back",
  failed: "page-failed",
};

export class Veil {
  onRetry = () => {};
  onBack = () => {};

  #words;
  #language;
  #state = "preparing";
  #node = document.getElementById("caseform-veil");
  #sentence = this.#node.querySelector(".caseform-sentence");
  #retry = this.#button("caseform-retry", () => this.onRetry());
  #strip = document.createElement("p");
  #back = this.#button("caseform-back", () => this.onBack());
  #isLost = false;

  constructor({ words, language }) {
    this.#words = words;
    this.#language = language;
    this.#node.append(this.#retry);
    this.#strip.className = "cf caseform-strip";
    this.#strip.setAttribute("role", "alert");
    document.body.append(this.#strip, this.#back);
    this.#write();
  }

  /** Show how far the page is; nothing at all once it is ready. */
  show(state) {
    this.#state = state;
    this.#write();
  }

  /** Speak another language from now on. */
  speak(language) {
    if (language in this.#words) {
      this.#language = language;
      document.documentElement.lang = language;
      this.#write();
    }
  }

  /** Say that the server is gone, until it answers again; the page stays readable. */
  async lost(base) {
    if (this.#isLost) {
      return;
    }
    this.#isLost = true;
    this.#write();
    while (this.#isLost) {
      await new Promise((done) => setTimeout(done, ASK_AGAIN_MS));
      const answer = await fetch(`${base}api`, { cache: "no-store" }).catch(() => null);
      this.#isLost = answer === null;
    }
    this.#write();
  }

  #button(name, press) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `cf caseform-button ${name}`;
    button.addEventListener("click", press);
    return button;
  }

  #write() {
    const say = (word) => this.#words[this.#language][word];
    const isReady = this.#state === "ready";
    this.#node.hidden = isReady;
    this.#put(this.#sentence, isReady ? "" : say(SENTENCES[this.#state]));
    this.#retry.hidden = this.#state !== "failed";
    this.#put(this.#retry, say("try-again"));
    this.#strip.hidden = !this.#isLost;
    this.#put(this.#strip, this.#isLost ? say("not-running") : "");
    this.#put(this.#back, say("back-to-caseform"));
  }

  // Writing the same words again would make a screen reader say them again.
  #put(node, words) {
    if (node.textContent !== words) {
      node.textContent = words;
    }
  }
}
