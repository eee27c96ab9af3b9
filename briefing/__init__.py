"""News articles in, a short brief out, in which every printed line can be checked against its source."""

__version__ = "0.1.0"
