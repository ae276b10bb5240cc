"""Every setting of the Lab server, in one place; no file of anyone else is read."""

import os
from importlib.resources import files
from pathlib import Path

from traitlets.config import Config

from caseform.lab._orders import Orders


def settings(orders: Orders, extension_folders: list[str]) -> Config:
    """Return the settings of a server for `orders`.

    Args:
        orders: What the starter said.
        extension_folders: Where pip or conda may have put the widget manager's part for the
            browser.
    """
    here = Path(str(files("caseform.lab")))
    config = Config()
    _harden(config, orders)

    server = config.ServerApp
    server.default_url = f"/lab/tree/{orders.first}.ipynb"
    server.root_dir = orders.workbooks
    config.Workbooks.root_dir = orders.workbooks
    server.contents_manager_class = "caseform.lab._contents.Workbooks"
    server.kernel_manager_class = "caseform.lab._kernels.WorkbookKernels"
    server.kernel_spec_manager_class = "caseform.lab._kernels.WorkbookKernelSpecs"

    config.MappingKernelManager.default_kernel_name = "python3"
    config.MappingKernelManager.root_dir = orders.place("work")
    config.MappingKernelManager.cull_idle_timeout = 0
    # A kernel that ended is noticed within a second, so that its page comes back soon.
    config.KernelRestarter.time_to_dead = 1.0
    # A kernel holds nothing that is not with the keeper; there is nothing to wait for.
    config.KernelManager.shutdown_wait_time = 0.5

    lab = config.LabApp
    lab.extra_labextensions_path = [str(here / "labextensions")]
    lab.labextensions_path = extension_folders
    lab.app_settings_dir = str(here / "settings")
    lab.user_settings_dir = orders.place("settings")
    lab.workspaces_dir = orders.place("workspaces")
    lab.news_url = None
    lab.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
    lab.extension_manager = "readonly"
    lab.lock_all_plugins = True
    lab.expose_app_in_browser = False
    config.WorkbookLab.language = orders.language
    config.WorkbookLab.first = orders.first
    return config


def _harden(config: Config, orders: Orders) -> None:
    server = config.ServerApp
    server.ip = "127.0.0.1"
    server.port = orders.port
    server.port_retries = 0
    server.open_browser = False
    server.allow_remote_access = False
    server.allow_origin = ""
    server.allow_origin_pat = ""
    server.disable_check_xsrf = False
    server.allow_unauthenticated_access = False
    # In a container everyone is root; a refusal to start would protect nobody on 127.0.0.1.
    server.allow_root = True
    server.terminals_enabled = False
    server.quit_button = False
    server.authenticate_prometheus = True
    server.reraise_server_extension_failures = True
    server.cookie_secret = os.urandom(32)
    server.log_level = "ERROR"
    server.tornado_settings = {
        "headers": {
            "Content-Security-Policy": _content_security_policy(orders.port),
            "Referrer-Policy": "no-referrer",
            "X-Frame-Options": "DENY",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
    }
    config.IdentityProvider.token = orders.token
    config.IdentityProvider.login_handler_class = "caseform.lab._lab.ClosedDoor"
    config.IdentityProvider.cookie_options = {"SameSite": "Strict", "HttpOnly": True}
    config.ContentsManager.allow_hidden = False
    config.LabApp.log_level = "ERROR"


def _content_security_policy(port: int) -> str:
    # JupyterLab compiles its schemas as it starts, hence unsafe-eval; anywidget loads its pages
    # from blobs. Nothing may come from, or go to, any other machine.
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self' blob: 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline' blob:",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self' ws://127.0.0.1:{port} data:",
            "worker-src 'self' blob:",
            "media-src 'self' data: blob:",
            "manifest-src 'self'",
            "base-uri 'none'",
            "object-src 'none'",
            "form-action 'self'",
            "frame-src 'self'",
            "frame-ancestors 'none'",
        ]
    )
