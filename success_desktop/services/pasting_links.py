"""References in a pasted block: other nodes by their names, several in one cell parted by commas, semicolons or lines.

A name must be whole here, while a typed one may be a beginning: nobody looks at each of a thousand cells. What is known is
gathered once for a whole block.
"""

import re
from collections.abc import Mapping, Sequence

from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.thai_typed import quotation
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_
from success_desktop.services.importing_nodes import NewBranches, name_key, register_kind
from success_desktop.services.linking import SHORT_NAME
from success_desktop.services.tabulating import NAME

AGENCY = "agency"
"""The kind whose unknown names may join a register, as they do when a file is brought in."""

_BETWEEN_NAMES = re.compile("[,;\n]")


class LinkReader:
    """Finds the nodes that a cell names. With `has_new_names`, unknown agencies are added to `branches`.

    `unknown` are the names of agencies that the plan does not have, in the order in which they came.
    """

    def __init__(self, branches: NewBranches, *, has_new_names: bool) -> None:
        self.unknown: list[str] = []
        self._branches = branches
        self._plan: Plan = branches.plan
        self._has_new_names = has_new_names
        self._known: dict[tuple[str, ...], dict[str, list[str]]] = {}
        self._register_id = ""

    def read(self, spec: FieldSpec, typed: str) -> list[str]:
        """The ids of the nodes that `typed` names; none for a blank or a dash.

        Raises UserError for a name that is unknown or not clear, and for several where there is room for one.
        """
        known = self._names_of(spec.kinds)
        ids = [self._find_or_add(spec, known, name) for name in _names_in(typed, known)]
        links = list(dict.fromkeys(ids))
        if len(links) > 1 and not spec.many:
            raise UserError(N_("This field refers to one thing only."), advice=N_("Type a single name."))
        return links

    def _find_or_add(self, spec: FieldSpec, known: dict[str, list[str]], name: str) -> str:
        key = name_key(name)
        if key not in known:
            known[key] = [self._add(spec, name)]
        if len(known[key]) > 1:
            raise UserError(
                N_("The plan has several called “{name}”."),
                advice=N_("Choose the right one on the project’s page."),
                name=quotation(name),
            )
        return known[key][0]

    def _add(self, spec: FieldSpec, name: str) -> str:
        """Add an agency, if that was asked for; its id."""
        if spec.kinds != (AGENCY,) or not register_kind(self._plan, AGENCY):
            raise UserError(
                N_("The plan has nothing called “{name}” that this field can refer to."),
                advice=N_("Check the spelling, or add it to the plan first."),
                name=quotation(name),
            )
        if name not in self.unknown:
            self.unknown.append(name)
        if not self._has_new_names:
            raise UserError(
                N_("“{name}” is not in the register of agencies."),
                advice=N_("Check the spelling, or let new agencies join the register."),
                name=quotation(name),
            )
        return self._branches.add_named(AGENCY, self._register(), name)

    def _names_of(self, kinds: Sequence[str]) -> dict[str, list[str]]:
        """The ids of all nodes of some kinds by the keys of their names, long and short, in both languages."""
        wanted = tuple(kinds)
        if wanted not in self._known:
            known: dict[str, list[str]] = {}
            for node in self._plan.walk():
                if node.kind in wanted:
                    texts = (node.text(field, lang) for field in (NAME, SHORT_NAME) for lang in LANGUAGES)
                    for key in {name_key(text) for text in texts} - {""}:
                        known.setdefault(key, []).append(node.id)
            self._known[wanted] = known
        return self._known[wanted]

    def _register(self) -> str:
        """The id of the register of agencies, which is made where a plan has none yet."""
        if not self._register_id:
            kind = register_kind(self._plan, AGENCY)
            found = next((node.id for node in self._plan.walk() if node.kind == kind), "")
            self._register_id = found or self._branches.add(kind, self._plan.root_id, {})
        return self._register_id


def _names_in(typed: str, known: Mapping[str, object]) -> list[str]:
    """The names in a cell: known ones as long as can be, for a name may hold a comma itself; else piece by piece."""
    if name_key(typed) in known:
        return [typed]
    pieces = [" ".join(piece.split()) for piece in _BETWEEN_NAMES.split(typed)]
    names: list[str] = []
    while pieces:
        ends = range(len(pieces), 0, -1)
        end = next((end for end in ends if name_key(",".join(pieces[:end])) in known), 1)
        names.append(", ".join(pieces[:end]))
        pieces = pieces[end:]
    return [name for name in names if name.strip("-–— ")]
