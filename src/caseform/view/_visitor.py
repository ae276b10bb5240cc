"""Who may look: a browser that once showed the token and now has a cookie."""

import hmac

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.web import RequestHandler

_LOOKING = b"room"


class RoomVisitor(IdentityProvider):
    """Knows a visitor by a signed cookie alone; a token in an address opens nothing but `admit`."""

    def get_user(self, handler: RequestHandler) -> User | None:
        """Return the visitor, if the cookie is ours."""
        cookie = handler.get_signed_cookie(self._cookie(handler), max_age_days=1)
        return User(username="room") if cookie == _LOOKING else None

    def admit(self, handler: RequestHandler, token: str) -> bool:
        """Give the browser a cookie if `token` is right, and return whether it was."""
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            return False
        handler.set_signed_cookie(
            self._cookie(handler), _LOOKING, expires_days=None, httponly=True, samesite="Strict"
        )
        return True

    @staticmethod
    def _cookie(handler: RequestHandler) -> str:
        # Browsers keep one cookie jar for all ports of a machine.
        return f"caseform-room-{handler.settings['room_port']}"
