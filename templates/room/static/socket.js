/**
 * The connection to one kernel: Jupyter's messages as JSON text, of which a page needs one kind.
 *
 * @param {string} kernel the kernel's id
 * @param {{onEnd: Function}} options `onEnd` is called once, when the kernel or the server is gone
 * @returns what a page needs: `send`, `onMessage`, and `opened`, which resolves when it may be used
 */
export function connect(kernel, { onEnd }) {
  const session = crypto.randomUUID();
  const address = new URL(`api/kernels/${kernel}/channels`, location.href);
  address.protocol = "ws:";
  address.search = `session_id=${session}`;
  const socket = new WebSocket(address);
  const listeners = [];
  const opened = new Promise((resolve) => socket.addEventListener("open", resolve));

  socket.addEventListener("message", (event) => {
    if (typeof event.data !== "string") return;
    const { header, content } = JSON.parse(event.data);
    if (header.msg_type === "comm_msg") listeners.forEach((listener) => listener(content));
    if (header.msg_type === "comm_close") socket.close();
  });
  socket.addEventListener("close", onEnd, { once: true });

  return {
    opened,
    onMessage: (listener) => listeners.push(listener),
    async send(content) {
      await opened;
      socket.send(JSON.stringify(message(session, content)));
    },
  };
}

function message(session, content) {
  return {
    header: {
      msg_id: crypto.randomUUID(),
      msg_type: "comm_msg",
      session,
      username: "",
      version: "5.3",
      date: new Date().toISOString(),
    },
    parent_header: {},
    metadata: {},
    content,
    channel: "shell",
    buffers: [],
  };
}
