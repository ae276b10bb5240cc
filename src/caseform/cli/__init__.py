"""The command line: one verb each, the same verbs as the pages."""


def main() -> None:
    """Run the command line; imported late, so that `--help` and the keeper start fast."""
    from caseform.cli._app import run

    run()
