"""Layers: each finds all mentions of one kind, the first time that they are asked for.

``LAYERS`` is the table that a rule's ``of:`` is looked up in: kind → ``module:class``.
"""

from __future__ import annotations

from importlib import import_module

from ..mention import Mention

LAYERS: dict[str, str] = {
    "entity": "lintnews.layers.language:Entity",
    "name": "lintnews.layers.names:Name",
    "person": "lintnews.layers.people:Person",
    "quotation": "lintnews.layers.quotations:Quotation",
    "quotation-fault": "lintnews.layers.quotations:QuotationFault",
    "sentence": "lintnews.layers.sentences:Sentence",
    "word": "lintnews.layers.words:Word",
}


def mention_class(kind: str) -> type[Mention]:
    """The class of mentions of *kind*; KeyError for an unknown kind."""
    module, _, name = LAYERS[kind].partition(":")
    found: type[Mention] = getattr(import_module(module), name)
    return found
