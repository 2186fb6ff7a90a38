"""The parts of a Word file that hold comments, as the programs write them that people have.

Word writes ``comments`` (ECMA-376 part 1, 17.13.4.6) and, with every version, one part more: ``commentsExtended`` (threads
and ticks, MS-DOCX commentsEx, Word 2013), ``commentsIds`` (durable ids, MS-DOCX 2.8.1.1, Word 2016), ``commentsExtensible``
(UTC, MS-DOCX commentsExtensible, Word 365), and ``people`` (MS-DOCX people).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from xml.sax.saxutils import escape, quoteattr

from tests.documents.returned.making.marking import Person
from tests.documents.returned.making.package import W_NAMESPACE, Package

_OFFICE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES: Mapping[str, str] = {
    "w": W_NAMESPACE,
    "w14": f"{_MICROSOFT}/word/2010/wordml",
    "w15": f"{_MICROSOFT}/word/2012/wordml",
    "w16cid": f"{_MICROSOFT}/word/2016/wordml/cid",
    "w16cex": f"{_MICROSOFT}/word/2018/wordml/cex",
}
_RELATIONS: Mapping[str, str] = {
    "comments": f"{_OFFICE_RELATION}/comments",
    "commentsExtended": f"{_MICROSOFT}/2011/relationships/commentsExtended",
    "commentsIds": f"{_MICROSOFT}/2016/09/relationships/commentsIds",
    "commentsExtensible": f"{_MICROSOFT}/2018/08/relationships/commentsExtensible",
    "people": f"{_MICROSOFT}/2011/relationships/people",
}
ALL_PARTS: tuple[str, ...] = tuple(_RELATIONS)
"""What Word 365 writes."""


@dataclass(kw_only=True)
class Remark:
    """A comment on its way into the file; paragraphs of its text are parted by newlines."""

    id: str
    person: Person
    date: str
    text: str
    parent: "Remark | None" = None
    is_resolved: bool = False

    @property
    def para_id(self) -> str:
        """The id of the comment's last paragraph."""
        return f"{0x1A000000 + int(self.id) * 0x111:08X}"

    @property
    def durable_id(self) -> str:
        """The id that stays with the comment."""
        return f"{0x2B4C0000 + int(self.id) * 0x31:08X}"


def write_comments(
    package: Package, remarks: Sequence[Remark], names: Sequence[str], *, has_initials: bool = True
) -> None:
    """Put the comments into a file, in the parts named; without ``commentsExtended`` there are no threads."""
    written = {
        "comments": _comments(remarks, has_ids="commentsExtended" in names, has_initials=has_initials),
        "commentsExtended": _wrap("w15:commentsEx", map(_extended, remarks)),
        "commentsIds": _wrap("w16cid:commentsIds", map(_ids, remarks)),
        "commentsExtensible": _wrap("w16cex:commentsExtensible", map(_extensible, remarks)),
        "people": _wrap("w15:people", map(_person, dict.fromkeys(remark.person for remark in remarks))),
    }
    for name in names:
        package.add_part(f"{name}.xml", written[name], f"{_TYPE}.{name}+xml", _RELATIONS[name])


def _wrap(tag: str, pieces: "Sequence[str] | map[str]") -> str:
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
    return f"<{tag} {spaces}>{''.join(pieces)}</{tag}>"


def _comments(remarks: Sequence[Remark], *, has_ids: bool, has_initials: bool) -> str:
    return _wrap("w:comments", [_comment(remark, has_ids, has_initials) for remark in remarks])


def _comment(remark: Remark, has_ids: bool, has_initials: bool) -> str:
    initials = f" w:initials={quoteattr(remark.person.initials)}" if has_initials else ""
    *first, last = remark.text.split("\n")
    para_id = f' w14:paraId="{remark.para_id}"' if has_ids else ""
    body = "".join(f"<w:p>{_run(text)}</w:p>" for text in first) + f"<w:p{para_id}>{_run(last)}</w:p>"
    about = f'w:id="{remark.id}" w:author={quoteattr(remark.person.name)} w:date="{remark.date}"{initials}'
    return f"<w:comment {about}>{body}</w:comment>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _extended(remark: Remark) -> str:
    parent = f' w15:paraIdParent="{remark.parent.para_id}"' if remark.parent else ""
    return f'<w15:commentEx w15:paraId="{remark.para_id}"{parent} w15:done="{"1" if remark.is_resolved else "0"}"/>'


def _ids(remark: Remark) -> str:
    return f'<w16cid:commentId w16cid:paraId="{remark.para_id}" w16cid:durableId="{remark.durable_id}"/>'


def _extensible(remark: Remark) -> str:
    at = datetime.fromisoformat(remark.date) - timedelta(
        hours=7
    )  # Word knows the true time, and here alone tells it
    return f'<w16cex:commentExtensible w16cex:durableId="{remark.durable_id}" w16cex:dateUtc="{at:%Y-%m-%dT%H:%M:%SZ}"/>'


def _person(person: Person) -> str:
    name = quoteattr(person.name)
    return f'<w15:person w15:author={name}><w15:presenceInfo w15:providerId="None" w15:userId={name}/></w15:person>'
