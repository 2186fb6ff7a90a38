"""What must come out of a returned file, written down while it is made: what people did, not what any reader says."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from success_desktop.domain.plan import Plan


class Place(NamedTuple):
    """A part of a field of a node; the whole node with field and part "", nowhere with node ""."""

    node: str
    field: str = ""
    part: str = ""


NOWHERE = Place("")
"""Where no field is printed: the head of a table, the foot of a page, the name of a part."""


class MustComeOut:
    """The list that lies beside a returned file, as JSON.

    ``counts`` has the tracked elements and comments by their sorts, where whoever made the file wrote them one by one.
    Each of ``remarks`` has sort, author ("" for an edit nobody signed), place, and by its sort: a comment text, quote,
    replies, resolved, time and initials; a wording trace, proposed; a row its cells and where it belongs; "stray" (an edit
    of what belongs to no field) only words that must not get lost.
    """

    def __init__(self, plan: Plan, about: Mapping[str, Any]) -> None:
        self._plan = plan
        self._about = dict(about)
        self._remarks: list[dict[str, Any]] = []
        self._wordings: dict[tuple[Place, str], dict[str, Any]] = {}
        self.counts: Counter[str] = Counter()

    def wording(self, place: Place, old: str, new: str, author: str) -> None:
        """Someone wrote `new` for `old` in a part of a field, for the whole of it in a number; author "": untracked."""
        key = (place, author)
        if key not in self._wordings:
            seen = self.text_of(place) if place.part in ("th", "en") else old
            trace = "tracked" if author else "untracked"
            made = {"sort": "wording", "author": author, "trace": trace, "proposed": seen}
            self._wordings[key] = {**made, "place": place._asdict()}
            self._remarks.append(self._wordings[key])
        known = self._wordings[key]
        assert known["proposed"].count(old) == 1, (old, known["proposed"])
        known["proposed"] = known["proposed"].replace(old, new)

    def proposed(self, place: Place) -> str:
        """The wording of a part of a field as it stands on the list."""
        return next(str(made["proposed"]) for key, made in self._wordings.items() if key[0] == place)

    def accept_also(self, place: Place, wording: str) -> None:
        """Another reading of what was done to a part of a field is as right: blank lines left over, whose words they are."""
        for key, made in self._wordings.items():
            if key[0] == place:
                made.setdefault("or_proposed", []).append(wording)

    def may_also(self, place: Place, author: str) -> None:
        """A wording by somebody may come out on a part of a field, too: what they did has no meaning by itself."""
        self._about.setdefault("may", []).append({"author": author, "place": place._asdict()})

    def comment(self, place: Place, text: str, author: str, quote: str, *others: Place) -> dict[str, Any]:
        """Someone remarked on `quote`, which stands in a field, or (`others`) in several: any of them will do."""
        made: dict[str, Any] = {"sort": "comment", "author": author, "text": text, "quote": quote}
        made["place"] = place._asdict()
        made["others"] = [other._asdict() for other in others]
        made["replies"], made["resolved"] = [], False
        self._remarks.append(made)
        return made

    def row(self, sort: str, place: Place, author: str, **more: Any) -> None:
        """A row went ("removed"), came ("added", in `place` as its parent) or stands elsewhere ("moved", `into` a node)."""
        trace = "tracked" if author else "untracked"
        self._remarks.append(
            {"sort": sort, "author": author, "trace": trace, "place": place._asdict(), **more}
        )

    def stray(self, words: str, author: str, *others: Place) -> None:
        """Someone edited what belongs to no field, or by guess to one of `others`; `words` must not get lost."""
        made = {"sort": "stray", "author": author, "words": words, "place": NOWHERE._asdict()}
        self._remarks.append({**made, "others": [other._asdict() for other in others]})

    def again(self, remark: dict[str, Any]) -> None:
        """The same as came out of another file."""
        self._remarks.append(remark)

    def loosely(self) -> None:
        """More may come out than is listed: labels were typed over, or pages left out, which cannot be told from wishes."""
        self._about["more"] = True

    def attend(self, *places: Place) -> None:
        """Labels were altered: what comes out on these fields must be marked for matching by hand."""
        for remark in self._remarks:
            if Place(**remark["place"]) in places:
                remark["attention"] = True

    def text_of(self, place: Place) -> str:
        """What the plan holds in a part of a text."""
        return str(self._plan.nodes[place.node].parts(place.field).get(place.part, ""))

    def save(self, path: Path) -> None:
        """Write the list."""
        content = {**self._about, "counts": dict(sorted(self.counts.items())), "remarks": self._remarks}
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
