"""JupyterLab with our own first page, our own door and without what a therapist never needs."""

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyter_server.serverapp import ServerApp
from jupyterlab.labapp import LabApp
from jupyterlab_server.handlers import LabHandler
from tornado import web
from traitlets import Unicode

from caseform.lab._places import WORKBOOKS
from caseform.look import css
from caseform.text import LANGUAGES, say

# What a browser loads beside JupyterLab itself; what else someone installed stays out.
_EXTENSIONS = frozenset({"caseform-lab", "@jupyter-widgets/jupyterlab-manager", "anywidget"})

_WORDS = (
    "getting-ready",
    "takes-longer",
    "coming-back",
    "page-failed",
    "try-again",
    "not-running",
    "back-to-caseform",
)


class WorkbookServer(ServerApp):
    """A Jupyter server without nbconvert, raw files and the old views."""

    name = "jupyter-server"
    default_services = (
        "api",
        "auth",
        "config",
        "contents",
        "kernels",
        "kernelspecs",
        "security",
        "sessions",
        "shutdown",
        "events",
    )

    def write_server_info_file(self) -> None:
        """Leave no file with the token behind."""

    def write_browser_open_files(self) -> None:
        """Leave no file with the token behind."""


class Door(LabHandler):
    """The page itself; a token in the address is exchanged for a cookie first.

    So that the token stays in neither the address bar nor the browser's history.
    """

    @web.authenticated
    @web.removeslash
    def get(
        self, mode: str | None = None, workspace: str | None = None, tree: str | None = None
    ) -> None:
        """Send the page, or send the browser to the same address without its token."""
        if "token" in self.request.arguments:
            self.redirect(self.request.path)
            return
        super().get(mode, workspace, tree)


class ClosedDoor(JupyterHandler):
    """What a browser without the address of today sees, in place of a form for a password."""

    @allow_unauthenticated
    def get(self) -> None:
        """Say where the address comes from."""
        lab = self.settings["caseform_lab"]
        self.set_status(403)
        self.finish(
            lab.jinja2_env.get_template("closed.html").render(
                closed=say("lab.closed", lab.language)
            )
        )


class Workspaces(APIHandler):
    """JupyterLab's memory of which tabs were open: always empty, never kept."""

    @web.authenticated
    def get(self, name: str = "default") -> None:
        """Return an empty workspace."""
        empty = {"data": {}, "metadata": {"id": name or "default"}}
        self.finish(empty if name else {"workspaces": {"ids": [], "values": []}})

    @web.authenticated
    def put(self, name: str = "default") -> None:
        """Take what JupyterLab wants to remember, and forget it."""
        self.set_status(204)

    delete = put


class WorkbookLab(LabApp):
    """JupyterLab as the frame of our pages."""

    serverapp_class = WorkbookServer
    load_other_extensions = False

    language = Unicode("nl", help="Language of the frame.").tag(config=True)
    first = Unicode("20_picture", help="The workbook that opens first.").tag(config=True)

    @classmethod
    def get_extension_package(cls) -> str:
        """Return the module that the server asks what to load."""
        return __name__

    def initialize_templates(self) -> None:
        """Put our first page before JupyterLab's."""
        super().initialize_templates()
        stock = Path(self.static_dir, "index.html").read_text(encoding="utf-8")
        self._main_scripts = re.findall(r'src="\{\{page_config\.fullStaticUrl\}\}(/[^"]+)"', stock)
        self.template_paths = [str(files("caseform.lab") / "page"), *self.template_paths]

    def _prepare_templates(self) -> None:
        super()._prepare_templates()
        self.jinja2_env.globals.update(
            main_scripts=self._main_scripts,
            look=css("page"),
            language=self.language,
            getting_ready=say("lab.getting-ready", self.language),
            needs_scripts=say("lab.needs-scripts", self.language),
        )

    def initialize_handlers(self) -> None:
        """Put our door and our forgetful workspaces before JupyterLab's own."""
        super().initialize_handlers()
        page = self.serverapp.web_app.settings["page_config_data"]
        # The cookie is enough; a token in the page could be read from it.
        page["token"] = ""
        # Or the browser asks whether JupyterLab should be built anew, for which Node is started.
        page["buildAvailable"] = page["buildCheck"] = False
        root = Path(self.serverapp.root_dir)
        page["caseform"] = {
            "language": self.language,
            "first": self.first,
            "workbooks": [name for name in WORKBOOKS if (root / f"{name}.ipynb").is_file()],
            "words": {
                language: {word: say(f"lab.{word}", language) for word in _WORDS}
                for language in LANGUAGES
            },
        }
        self.serverapp.web_app.settings["caseform_lab"] = self
        self.serverapp.web_app.settings["page_config_hook"] = _only_our_extensions
        self.handlers[:0] = [
            (r"/(?P<mode>lab)(?P<workspace>/workspaces/[a-zA-Z0-9\-_]+)?(?P<tree>/tree/.*)?", Door),
            (r"/lab/api/workspaces/?(?P<name>.*)", Workspaces),
        ]


def _only_our_extensions(handler: LabHandler, page: dict[str, Any]) -> dict[str, Any]:
    page["federated_extensions"] = [
        extension for extension in page["federated_extensions"] if extension["name"] in _EXTENSIONS
    ]
    return page


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    return [{"module": __name__, "app": WorkbookLab}]
