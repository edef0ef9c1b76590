"""What all tests share: no test reads or fills the user's own cache."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("lintnews", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "lintnews")


@pytest.fixture(autouse=True, scope="session")
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("cache")
    before = os.environ.get("LINTNEWS_CACHE_DIR")
    os.environ["LINTNEWS_CACHE_DIR"] = str(folder)
    yield folder
    if before is None:
        del os.environ["LINTNEWS_CACHE_DIR"]
    else:
        os.environ["LINTNEWS_CACHE_DIR"] = before
