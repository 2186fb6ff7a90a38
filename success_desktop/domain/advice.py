"""On whose advice something was done, in words: told in the history, in comparisons, and where money is accounted for."""

from collections.abc import Iterable
from dataclasses import dataclass

from success_desktop.domain.answers import Answers
from success_desktop.domain.authorship import Stamp
from success_desktop.domain.feedback import NO_FEEDBACK, Feedback, Remark
from success_desktop.domain.thai_typed import quotation
from success_desktop.i18n import N_, Language, translate

_ON_ADVICE = N_("on the advice of {author}, item {number}")
_ON_ADVICE_ALONE = N_("on item {number}")


@dataclass(frozen=True, slots=True)
class Advice:
    """The remarks on a plan, and the steps of its history that answered them."""

    feedback: Feedback
    answers: Answers

    def lines_of_step(self, number: int, language: Language) -> tuple[str, ...]:
        """For each remark that the step of a transaction answered, who said what: “on the advice of …, item 1:2: “…””."""
        lines = []
        for remark in self.answers.of_step(number):
            said = quotation(remark.spoken(language))
            told = self._told(remark, language)
            lines.append(f"{told}: “{said}”" if said else told)
        return tuple(lines)

    def told(self, stamps: Iterable[Stamp], language: Language) -> str:
        """On whose advice whatever was done by these people at these instants; "" when on nobody's."""
        return ", ".join(self._told(remark, language) for remark in self.answers.of_stamps(stamps))

    def numbers(self, stamps: Iterable[Stamp]) -> list[str]:
        """The numbers ("1:2.1") of the remarks answered by whatever was done by these people at these instants."""
        return [self.feedback.full_number(remark) for remark in self.answers.of_stamps(stamps)]

    def _told(self, remark: Remark, language: Language) -> str:
        held = self.feedback.round(remark.round_id)
        author = remark.author or held.reviewer or held.name
        told = translate(_ON_ADVICE if author else _ON_ADVICE_ALONE, language)
        return told.format(author=author, number=self.feedback.full_number(remark))


NO_ADVICE = Advice(NO_FEEDBACK, Answers({}, (), ()))
"""Nothing was done on anybody's advice."""
