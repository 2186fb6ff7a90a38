"""What a reviewer is answered, in one sentence: what was decided, and the response to it."""

from success_desktop.domain.feedback import Disposition, Feedback, Remark
from success_desktop.domain.feedback_words import DISPOSITIONS, SEE_ITEM, own_response
from success_desktop.i18n import Language, translate

_DONE: frozenset[Disposition] = frozenset(("accepted", "partly", "duplicate"))


def word_answer(feedback: Feedback, remark: Remark, language: Language) -> str:
    """The answer to a remark, the response in `language` or else as it was written; "" while the remark is open."""
    if remark.is_open:
        return ""
    decision = translate(DISPOSITIONS[remark.disposition], language)
    response = remark.response.get(language) or next(iter(remark.response.values()), "")
    said = response or _own_words(feedback, remark, language)
    return f"{decision}: {said}" if said else decision


def is_done(remark: Remark) -> bool:
    """Whether nothing remains to be said about a remark, so that its thread may be ticked as resolved.

    One that was declined, deferred or lies outside the plan is answered, but its reviewer may want to come back to it.
    """
    return remark.disposition in _DONE


def _own_words(feedback: Feedback, remark: Remark, language: Language) -> str:
    """The response that follows from the decision itself."""
    message = own_response(remark)
    if message != SEE_ITEM:
        return translate(message, language)
    original = feedback.remarks.get(remark.duplicate_of)
    number = feedback.full_number(original) if original is not None else ""
    return translate(message, language).format(number=number) if number else ""
