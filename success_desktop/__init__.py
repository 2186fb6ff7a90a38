"""SUCCESS Desktop: an editor for strategies and action plans, in Thai and English."""

__version__ = "0.1.0"
