"""Voilà for one room: its settings, its few answers, and an end that leaves nothing behind."""

import asyncio
import errno
import logging
import os
import re
import shutil
import sys
import threading
from collections.abc import Callable
from typing import Any

import nbformat
import tornado.web
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.netutil import bind_sockets
from traitlets.config import Config
from voila.app import Voila

from caseform.view._frame import Frame
from caseform.view._handlers import (
    AliveHandler,
    NothingHandler,
    PageHandler,
    RoomConnection,
    SocketHandler,
    StaticHandler,
)
from caseform.view._kernels import RoomKernels, RoomKernelSpecs
from caseform.view._orders import Orders
from caseform.view._visitor import RoomVisitor

Report = Callable[[dict[str, object]], None]

_KERNEL = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"


class PortInUseError(Exception):
    """Someone else listens on the port that was asked for."""


class RoomApp(Voila):
    """A standalone Voilà that shows one notebook to one room."""

    orders: Orders
    report: Report

    @classmethod
    def for_room(cls, orders: Orders, *, report: Report) -> "RoomApp":
        """Return the server for `orders`, not yet listening."""
        app: RoomApp = cls(config=settings(orders))
        app.orders, app.report = orders, report
        app.initialize([])
        _quieten_logs()
        return app

    def setup_template_dirs(self) -> None:
        """Leave the system's template folders alone: the one template is ours."""

    def init_handlers(self) -> list[Any]:
        """Return the few addresses of a room; Voilà's other ones do not exist here."""
        shared = {"frame": Frame(self.orders.language)}
        return [
            (r"/", PageHandler, shared),
            (r"/alive", AliveHandler, shared),
            (r"/static/([a-z0-9.-]+)", StaticHandler, shared),
            (rf"/api/kernels/{_KERNEL}/channels", SocketHandler),
            (r".*", NothingHandler, shared),
        ]

    def start(self) -> None:
        """Listen and serve until standard input ends.

        Raises:
            PortInUseError: Someone else listens on the port that was asked for.
        """
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self.connection_dir = str(self.orders.folder)
        sockets = _bind(self.orders.port)
        self.port = sockets[0].getsockname()[1]
        made = self.init_settings()
        self.app = _OneHost(f"127.0.0.1:{self.port}", **made)
        self.app.settings.update(self.tornado_settings, room_port=self.port, room_is_closing=False)
        self.app.settings["room_notebook"] = nbformat.read(self.orders.notebook, as_version=4)
        self.app.add_handlers(".*$", self.init_handlers())
        server = HTTPServer(self.app)
        server.add_sockets(sockets)
        self.report({"port": self.port})
        kernels: RoomKernels = self.kernel_manager
        kernels.allowed_message_types = ["comm_msg"]
        ended = _end_of_input()
        warming = asyncio.create_task(kernels.warm())
        warming.add_done_callback(lambda _: self.report({"ready": True}))
        await ended.wait()
        # A connection that is kept alive outlives the listening, and could promise a page.
        self.app.settings["room_is_closing"] = True
        warming.cancel()
        server.stop()
        await kernels.end_all()
        # Whoever started us removes this too, unless they were killed.
        os.chdir(self.orders.folder.parent)
        shutil.rmtree(self.orders.folder, ignore_errors=True)
        # Some library threads would hold the process; there is nothing left to save.
        logging.shutdown()
        os._exit(0)


class _OneHost(tornado.web.Application):
    """Answers to one name only, so that another site cannot pose as this machine."""

    def __init__(self, host: str, **settings: Any) -> None:
        super().__init__(**settings)
        self._host = host

    def find_handler(self, request: HTTPServerRequest, **kwargs: Any) -> Any:
        if request.headers.get_list("Host") != [self._host]:
            refuse = {"status_code": 403}
            return self.get_handler_delegate(request, tornado.web.ErrorHandler, refuse)
        return super().find_handler(request, **kwargs)


def settings(orders: Orders) -> Config:
    """Return Voilà's settings for a room.

    They repeat what the few handlers already make impossible, so that a handler added later does
    not open what these close.
    """
    c = Config()
    c.Voila.ip = "127.0.0.1"
    c.Voila.port = orders.port
    c.Voila.port_retries = 0
    c.Voila.open_browser = False
    c.Voila.config_file_paths = []
    c.Voila.root_dir = str(orders.folder)
    c.Voila.notebook_path = str(orders.notebook)
    c.Voila.connection_dir_root = str(orders.folder)
    c.Voila.token = orders.token
    c.Voila.cookie_secret = os.urandom(32)
    c.Voila.kernel_websocket_connection_class = RoomConnection
    c.Voila.identity_provider_class = RoomVisitor
    c.Voila.log_level = logging.WARNING
    c.Voila.tornado_settings = {
        "headers": headers(),
        "allow_remote_access": False,
        "log_function": lambda handler: None,
        # Milliseconds. A screen that is gone is noticed after two pings; the time allowed has to
        # be longer than the interval, because the first ping goes out after a whole one.
        "ws_ping_interval": 20_000,
        "ws_ping_timeout": 30_000,
    }
    v = c.VoilaConfiguration
    v.strip_sources = True
    v.show_tracebacks = False
    v.progressive_rendering = False
    v.file_allowlist = []
    v.file_denylist = [".*"]
    v.allow_template_override = "NO"
    v.allow_theme_override = "NO"
    v.preheat_kernel = False
    v.http_header_envs = []
    v.attempt_fix_notebook = False
    v.extension_allowlist = [
        "anywidget",
        "@jupyter-widgets/jupyterlab-manager",
        "@voila-dashboards/widgets-manager8",
    ]
    v.multi_kernel_manager_class = RoomKernels
    v.kernel_spec_manager_class = RoomKernelSpecs
    c.RoomKernels.environment = orders.environment | {
        "CASEFORM_CHANNEL": str(orders.channel_file),
        "CASEFORM_LANGUAGE": orders.language,
        "IPYTHONDIR": str(orders.folder / "ipython"),
        "MPLCONFIGDIR": str(orders.folder / "mpl"),
    }
    c.RoomKernels.folder = str(orders.folder)
    # A quiet page stays open; a page that is gone ends its kernel (see RoomKernels).
    c.MappingKernelManager.cull_connected = False
    c.MappingKernelManager.cull_idle_timeout = 0
    c.MappingKernelManager.allow_tracebacks = False
    c.MappingKernelManager.buffer_offline_messages = False
    c.KernelManager.autorestart = False
    if sys.platform == "win32":
        c.KernelManager.transport_encryption = "required"
    else:
        c.KernelManager.transport = "ipc"
    c.ZMQChannelsWebsocketConnection.limit_rate = False
    c.ZMQChannelsWebsocketConnection.kernel_ws_protocol = ""
    return c


def headers() -> dict[str, str]:
    """Return what every answer carries."""
    policy = {
        "default-src": "'none'",
        "script-src": "'self' blob:",
        "script-src-attr": "'none'",
        "style-src": "'self'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }


def _bind(port: int) -> list[Any]:
    try:
        return bind_sockets(port, "127.0.0.1")
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EACCES, getattr(errno, "WSAEACCES", -1)):
            raise PortInUseError from error
        raise


def _end_of_input() -> asyncio.Event:
    # Whoever started us may be killed; the end of its pipe is the one sign that always comes.
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()

    def wait() -> None:
        while sys.stdin.read(4096):
            pass
        loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=wait, name="end-of-input", daemon=True).start()
    return ended


class _NoToken(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = re.sub(r"token=[^&\s'\"]+", "token=…", record.getMessage())
        record.args = None
        # A traceback's last line may quote the case.
        record.exc_info = None
        record.exc_text = None
        return True


def _quieten_logs() -> None:
    for name in ("", "voila", "Voila", "tornado.general", "tornado.application", "asyncio"):
        logger = logging.getLogger(name)
        logger.addFilter(_NoToken())
        for handler in logger.handlers:
            handler.addFilter(_NoToken())
    logging.getLogger("tornado.access").setLevel(logging.CRITICAL)
