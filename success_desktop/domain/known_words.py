"""The plan's own dictionary: words that are right in this plan although no dictionary has them.

A known word is a field of the plan's root that is called after it, ``known_word:พะตง``, and holds the word's language. So
each word is a value of its own: it travels in the plan's file, one edit keeps it, undo forgets it, and two people may
add words at the same time. Templates do not know these fields; no form and no document shows them.
"""

from collections.abc import Iterator

from success_desktop.domain.edits import SetValue
from success_desktop.domain.plan import Plan
from success_desktop.domain.thai_search import search_key
from success_desktop.i18n import Language

_PREFIX = "known_word:"

_NAME_FIELDS = ("name", "short_name", "organisation", "area")
"""The fields of the plan itself and of its registers that are names; what stands in them is right by itself."""


def known_words(plan: Plan) -> tuple[str, ...]:
    """The words of the plan's own dictionary, in the order of the alphabet."""
    return tuple(sorted(word for field in plan.root.fields if (word := known_word_in(field))))


def known_word_in(field: str) -> str:
    """The word that a field of the plan's root keeps in its dictionary; "" for any other field."""
    return field.removeprefix(_PREFIX) if field.startswith(_PREFIX) else ""


def keep_known_word(plan: Plan, word: str, language: Language) -> tuple[SetValue, ...]:
    """The edit that puts a word into the plan's dictionary, spelt as it is searched by; none when it is there already."""
    field = f"{_PREFIX}{search_key(word)}"
    old = plan.root.word(field) or None
    return () if old is not None else (SetValue(plan.root_id, field, "", old, language),)


def register_names(plan: Plan) -> Iterator[str]:
    """What the plan calls its authority, and the names in its registers: agencies, people, terms, higher-level plans."""
    registers = (node for node in plan.children_of(plan.root_id) if plan.kind_of(node.id).icon == "register")
    for node in (plan.root, *(child for register in registers for child in plan.children_of(register.id))):
        if any(spec.type == "yearly_money" for spec in plan.kind_of(node.id).fields.values()):
            continue  # what is to be bought has descriptions, not names
        for field in _NAME_FIELDS:
            yield from (text for text in node.parts(field).values() if isinstance(text, str))
