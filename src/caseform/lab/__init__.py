"""The therapist's side: JupyterLab with our workbooks, looking like one calm page.

The server runs in a process of its own with nothing but our own settings, so that what a user has
set up in Jupyter neither helps nor hinders. The workbooks are served from the installed package
and never written. A small extension in the browser runs them and hides what is not the page.
"""

from caseform.lab._places import WORKBOOKS, workbooks_folder
from caseform.lab._server import LabServer, start

__all__ = ["WORKBOOKS", "LabServer", "start", "workbooks_folder"]
