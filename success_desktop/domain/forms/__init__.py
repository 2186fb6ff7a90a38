"""The official forms of local plans as data: what they show, what a plan fills them with, what its typed sums say."""
