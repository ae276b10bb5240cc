"""Writes the projection that ships with the view: ``python -m caseform.demo``, in a checkout."""

from importlib.resources import files
from pathlib import Path

from caseform.demo import room_projection
from caseform.text import LANGUAGES


def main() -> None:
    """Write the family room of the demo case beside the view, once per language."""
    folder = Path(str(files("caseform"))) / "view" / "data"
    for language in LANGUAGES:
        name = "room.json" if language == "nl" else f"room.{language}.json"
        (folder / name).write_text(room_projection(language), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
