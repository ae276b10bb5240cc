// JupyterLab loads this file, hands over the modules it shares, and asks for the plugins.
(() => {
  let shared;
  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB["caseform-lab"] = {
    init: (scope) => {
      shared = scope;
    },
    get: async () => {
      const { plugins } = await import("./shell.js");
      const ours = await plugins(shared);
      return () => ({ __esModule: true, default: ours });
    },
  };
})();
