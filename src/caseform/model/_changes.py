"""The verbs of a case: each is a value that can cross the channel and gives a new case."""

import json
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from caseform.errors import CaseformError, ClashError, InvalidCaseError
from caseform.model._agreed import without_lapsed
from caseform.model._base import WORDS_LIMIT, Label, Value
from caseform.model._case import COLLECTIONS, Case

# Parts that are changed field by field or item by item, or never.
_WHOLE = frozenset({"id", "assessment", "school", "return_plan", "is_invented"})
# What nobody but the therapist ever sees.
_NEVER_SHARED = frozenset({"notes", "assessment.safety"})


class AddItem(Value):
    """Add one item at the end of its list.

    Args:
        collection: Path of the list, such as ``factors`` or ``return_plan.steps``.
        item: The item as JSON values, with an id of its own.
    """

    verb: Literal["add"] = "add"
    collection: str
    item: dict[str, Any]

    def apply(self, case: Case) -> Case:
        """Return `case` with the item.

        Raises:
            InvalidCaseError: The item is impossible, its id is taken, or a link has no end.
        """
        item = _validated(self.collection, self.item)
        if case.find(self.collection, item.id) is not None:
            raise InvalidCaseError("errors.already-there")
        _refuse_impossible(case, self.collection, item)
        return case.with_item(self.collection, item)


class EditItem(Value):
    """Change fields of one item.

    Args:
        collection: Path of the list.
        id: Which item.
        fields: The new values, as JSON.
        was: What the page showed before; a field that meanwhile differs is a clash.
    """

    verb: Literal["edit"] = "edit"
    collection: str
    id: str
    fields: dict[str, Any]
    was: dict[str, Any] = Field(default_factory=dict)

    def apply(self, case: Case) -> Case:
        """Return `case` with the changed item.

        Raises:
            InvalidCaseError: There is no such item, or it would be impossible.
            ClashError: One of the fields was changed elsewhere meanwhile.
        """
        old = case.find(self.collection, self.id)
        if old is None:
            raise InvalidCaseError("errors.no-longer-there")
        now = old.model_dump(mode="json")
        _refuse_clash(now, self.was)
        item = _validated(self.collection, {**now, **self.fields, "id": self.id})
        _refuse_impossible(case, self.collection, item)
        return without_lapsed(case, case.with_item(self.collection, item))


class RemoveItem(Value):
    """Take one item out; undo brings it back, erasing is another verb."""

    verb: Literal["remove"] = "remove"
    collection: str
    id: str

    def apply(self, case: Case) -> Case:
        """Return `case` without the item.

        Raises:
            InvalidCaseError: There is no such item.
        """
        if case.find(self.collection, self.id) is None:
            raise InvalidCaseError("errors.no-longer-there")
        return without_lapsed(case, case.without_item(self.collection, self.id))


class MoveItem(Value):
    """Put one item before another in the same list.

    Args:
        collection: Path of the list.
        id: Which item.
        before: Id of the item that comes after it; None puts it last.
    """

    verb: Literal["move"] = "move"
    collection: str
    id: str
    before: str | None = None

    def apply(self, case: Case) -> Case:
        """Return `case` with the item in its new place.

        Raises:
            InvalidCaseError: There is no such item.
        """
        item = case.find(self.collection, self.id)
        if item is None:
            raise InvalidCaseError("errors.no-longer-there")
        rest = [other for other in case.items(self.collection) if other.id != self.id]
        places = [other.id for other in rest]
        at = places.index(self.before) if self.before in places else len(rest)
        return case.with_items(self.collection, (*rest[:at], item, *rest[at:]))


class ShareItem(Value):
    """Say who may see one item; an empty list withdraws it.

    Args:
        collection: Path of the list.
        id: Which item.
        labels: The audiences, whole.
    """

    verb: Literal["share"] = "share"
    collection: str
    id: str
    labels: tuple[Label, ...]

    def apply(self, case: Case) -> Case:
        """Return `case` with the item's new audiences.

        Raises:
            InvalidCaseError: There is no such item, or it is never shared.
        """
        item = case.find(self.collection, self.id)
        if item is None:
            raise InvalidCaseError("errors.no-longer-there")
        shared = item.model_copy(update={"shared_with": tuple(dict.fromkeys(self.labels))})
        _refuse_impossible(case, self.collection, shared)
        return case.with_item(self.collection, shared)


class EditField(Value):
    """Change one field of the case that is not a list of items.

    Args:
        path: Where it stands, such as ``alias`` or ``return_plan.how.travel``.
        value: The new value, as JSON.
        was: What the page showed before, if it is text that someone may be typing elsewhere.
    """

    verb: Literal["field"] = "field"
    path: str
    value: Any
    was: Any = None

    def apply(self, case: Case) -> Case:
        """Return `case` with the new value.

        Raises:
            InvalidCaseError: There is no such field, or the value is impossible.
            ClashError: It was changed elsewhere meanwhile.
        """
        if self.path in COLLECTIONS or self.path in _WHOLE:
            raise InvalidCaseError("errors.no-such-part")
        document = case.model_dump(mode="json")
        *way, last = self.path.split(".")
        holder: Any = document
        for name in way:
            holder = holder.get(name) if isinstance(holder, dict) else None
        if not isinstance(holder, dict) or last not in holder:
            raise InvalidCaseError("errors.no-such-part")
        if self.was is not None:
            _refuse_clash(holder, {last: self.was})
        holder[last] = self.value
        return without_lapsed(case, _case_from(document))


class SeveralChanges(Value):
    """Changes that belong together: undone by one undo, applied all or not at all."""

    verb: Literal["several"] = "several"
    changes: tuple["Change", ...]

    def apply(self, case: Case) -> Case:
        """Return `case` with all of them."""
        for change in self.changes:
            case = change.apply(case)
        return case


Change = Annotated[
    AddItem | EditItem | RemoveItem | MoveItem | ShareItem | EditField | SeveralChanges,
    Field(discriminator="verb"),
]
SeveralChanges.model_rebuild()
_CHANGES: TypeAdapter[Change] = TypeAdapter(Change)


def change_from(document: dict[str, Any]) -> Change:
    """Return the change that `document` describes.

    Raises:
        InvalidCaseError: It describes none.

    Example:
        >>> change_from({"verb": "remove", "collection": "factors", "id": "f-1"}).id
        'f-1'
    """
    try:
        return _CHANGES.validate_json(json.dumps(document))
    except ValidationError as error:
        raise InvalidCaseError("errors.no-such-change") from error


def _refuse_impossible(case: Case, collection: str, item: Any) -> None:
    """Refuse what no item by itself can know to be impossible in `case`.

    Raises:
        InvalidCaseError: What is never shared has an audience, or a tie has no cards to tie.
    """
    if collection in _NEVER_SHARED and item.shared_with:
        raise InvalidCaseError("errors.never-shared")
    if collection in ("links", "circles", "comparisons"):
        ends = (item.source, item.target) if collection == "links" else item.cards
        lying = {factor.id for factor in case.factors}
        if len(set(ends)) < len(ends) or not lying.issuperset(ends):
            raise InvalidCaseError("errors.link-needs-two-cards")


def _validated(collection: str, document: dict[str, Any]) -> Any:
    if collection not in COLLECTIONS:
        raise InvalidCaseError("errors.no-such-part")
    return _strictly(COLLECTIONS[collection], document)


def _case_from(document: dict[str, Any]) -> Case:
    case: Case = _strictly(Case, document)
    return case


def _strictly(kind: type[Value], document: dict[str, Any]) -> Any:
    try:
        # By way of JSON, because strict reading of JSON knows how dates and words are written.
        return kind.model_validate_json(json.dumps(document))
    except CaseformError:
        raise
    except ValidationError as error:
        first = error.errors()[0]
        if first["type"] == "string_too_long":
            raise InvalidCaseError("errors.text-too-long", most=WORDS_LIMIT) from error
        where = ".".join(str(part) for part in first["loc"])
        raise InvalidCaseError("errors.impossible-value", where=where) from error


def _refuse_clash(now: dict[str, Any], was: dict[str, Any]) -> None:
    if any(now.get(name) != value for name, value in was.items()):
        raise ClashError("errors.changed-elsewhere")
