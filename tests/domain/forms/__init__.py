"""Tests of success_desktop.domain.forms."""
