"""The programs that people write with, and what each leaves in a file."""

from tests.documents.returned.making.returned_copy import Program

WORD_365 = Program(name="Word 365", application="Microsoft Office Word")
WORD_2016 = Program(
    name="Word 2016",
    application="Microsoft Office Word",
    comment_parts=("comments", "commentsExtended", "commentsIds", "people"),
)
WORD_2010 = Program(name="Word 2010", application="Microsoft Office Word", comment_parts=("comments",))
WORD_PHONE = Program(
    name="Word for Android",
    application="Microsoft Word for Android",
    comment_parts=("comments", "commentsExtended", "commentsIds"),
)
GOOGLE = Program(
    name="Google Docs",
    application="",
    comment_parts=("comments", "commentsExtended"),
    has_initials=False,
    has_true_times=True,
)
WPS = Program(
    name="WPS Office",
    application="WPS Office_11.2.0.11537_F1E327BC-269C-435d-A152-05C5408002CA",
    comment_parts=("comments", "commentsExtended"),
)
ALL = (WORD_365, WORD_2016, WORD_2010, WORD_PHONE, GOOGLE, WPS)
