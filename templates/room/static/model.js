/** The values of one widget, as its kernel holds them; an anywidget module draws from this. */
export class Model {
  #id;
  #state;
  #socket;
  #changed = new Set();
  #listeners = new Map();
  #fresh;

  /**
   * @param {string} id the widget's id in its kernel
   * @param {object} state what it holds so far
   * @param {{send: Function, onMessage: Function}} socket the way to its kernel
   */
  constructor(id, state, socket) {
    this.#id = id;
    this.#state = state;
    this.#socket = socket;
    socket.onMessage((message) => this.#hear(message));
  }

  get(name) {
    return this.#state[name];
  }

  set(name, value) {
    this.#state[name] = value;
    this.#changed.add(name);
    this.#tell(`change:${name}`, this, value);
    this.#tell("change", this);
  }

  save_changes() {
    const state = Object.fromEntries([...this.#changed].map((name) => [name, this.#state[name]]));
    this.#changed.clear();
    this.#say({ method: "update", state, buffer_paths: [] });
  }

  send(content) {
    this.#say({ method: "custom", content });
  }

  on(event, listener) {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
  }

  off(event, listener) {
    if (!event) this.#listeners.clear();
    else if (!listener) this.#listeners.delete(event);
    else this.#listeners.get(event)?.delete(listener);
  }

  /** Asks the kernel for everything it holds now, and waits until it is here. */
  refresh() {
    this.#say({ method: "request_state" });
    return new Promise((resolve) => (this.#fresh = resolve));
  }

  #say(data) {
    this.#socket.send({ comm_id: this.#id, data });
  }

  #tell(event, ...said) {
    for (const listener of [...(this.#listeners.get(event) ?? [])]) listener(...said);
  }

  #hear({ comm_id, data }) {
    if (comm_id !== this.#id) return;
    if (data.method === "update") this.#take(data.state);
    if (data.method === "custom") this.#tell("msg:custom", data.content, []);
  }

  #take(state) {
    const news = Object.keys(state).filter(
      (name) => JSON.stringify(state[name]) !== JSON.stringify(this.#state[name]),
    );
    Object.assign(this.#state, state);
    for (const name of news) this.#tell(`change:${name}`, this, state[name]);
    if (news.length) this.#tell("change", this);
    this.#fresh?.();
  }
}
