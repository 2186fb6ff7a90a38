"""A reply copy told in one sentence."""

import pytest

from success_desktop.i18n import translate
from success_desktop.services.replies_in_words import reply_sentence
from success_desktop.services.replying import ReplyReceipt


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"replies": 2, "begun": 1, "resolved": 3}, "a.docx has 3 new replies and 3 ticks."),
        (
            {"replies": 1200, "unanswered": 2},
            "a.docx has 1,200 new replies and 0 ticks; 2 remarks have no answer yet.",
        ),
        ({"known": 4}, "a.docx: all our replies are in the file already."),
        ({"known": 4, "resolved": 1}, "a.docx has 0 new replies and 1 ticks."),
        ({}, "a.docx has 0 new replies and 0 ticks."),
    ],
)
def test_a_reply_copy_is_told_by_what_is_new_in_it(counts, said):
    sentence = reply_sentence(ReplyReceipt(file_name="a.docx", **counts))
    assert translate(sentence.message, "en").format(name="a.docx", **sentence.places) == said
