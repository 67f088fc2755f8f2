"""Minsheng 民声: the desk. See docs/architecture.md for the walk of one message."""

__version__ = "0.1.0"
