from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lintnews.server.units import Units
from lintnews.source import Span


@given(st.text(st.sampled_from("aé’🎉𝒳 \n"), max_size=30), st.data())
def test_units_are_those_of_utf16(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    units = text.encode("utf-16-le")
    first, length = Units(text).span(Span(start, end))
    assert units[2 * first : 2 * (first + length)].decode("utf-16-le") == text[start:end]
