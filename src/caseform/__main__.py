"""``python -m caseform`` is the command line."""

from caseform.cli import main

main()
