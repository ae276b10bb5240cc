"""The local channel between a case's keeper and those who work on it: JSON lines over loopback.

A message is one JSON object on one line, never a pickled object. Whoever connects first sends the
secret that was made for them; what they may ask follows from that secret alone.
"""

from caseform.channel._address import Address
from caseform.channel._client import Client
from caseform.channel._lines import MESSAGE_LIMIT_BYTES, from_line, to_line

__all__ = ["MESSAGE_LIMIT_BYTES", "Address", "Client", "from_line", "to_line"]
