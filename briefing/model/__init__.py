"""The nouns. Frozen and slotted: a stage returns a new noun, it never edits one.

Offsets are Python character offsets into `Article.text`. Inside one article's
findings a place is a `Span`; in a brief, where articles meet, it is a `Quote`.
A name, a role or a speaker is a place too: words leave an article only by slicing.
"""

from briefing.model.article import Article, Document, Furniture, Pointer, Raw, Release, Sentence, Span
from briefing.model.brief import (
    Also,
    Brief,
    Dropped,
    Duplicate,
    Failure,
    Line,
    Mail,
    Quote,
    Section,
    Sourcing,
    Status,
    Story,
    Verdict,
)
from briefing.model.findings import (
    Allegation,
    Cast,
    Certainty,
    Denial,
    Entity,
    Findings,
    Kind,
    Lead,
    Mention,
    NextStep,
    Stance,
    Statement,
    StepKind,
    When,
)
from briefing.model.group import Copy, Group, Sameness

__all__ = [
    "Allegation",
    "Also",
    "Article",
    "Brief",
    "Cast",
    "Certainty",
    "Copy",
    "Denial",
    "Document",
    "Dropped",
    "Duplicate",
    "Entity",
    "Failure",
    "Findings",
    "Furniture",
    "Group",
    "Kind",
    "Lead",
    "Line",
    "Mail",
    "Mention",
    "NextStep",
    "Pointer",
    "Quote",
    "Raw",
    "Release",
    "Sameness",
    "Section",
    "Sentence",
    "Sourcing",
    "Span",
    "Stance",
    "Statement",
    "Status",
    "StepKind",
    "Story",
    "Verdict",
    "When",
]
