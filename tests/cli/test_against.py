"""``check --against``: quotations held against transcripts."""

from __future__ import annotations

from .conftest import Run

STORIES = {
    "a.txt": "“We never saw the invoice until Monday,” Ms. Orde said.\n",
    "transcript.txt": "ORDE: Good morning.\n\nWe never saw the bill until Monday. It rained.\n",
}
SELECT = ("--select", "quotations")


def test_a_changed_word_is_found_with_the_passage(run: Run) -> None:
    done = run("check", "a.txt", "--against", "transcript.txt", *SELECT, stories=STORIES)
    assert done.returncode == 1
    assert "has “invoice” where transcript.txt has “bill”" in done.stdout
    assert "transcript.txt:3: We never saw the bill until Monday" in done.stdout


def test_nothing_is_kept_from_a_run_with_another_transcript(run: Run) -> None:
    run("check", "a.txt", *SELECT, stories=STORIES)
    assert run("check", "a.txt", "--against", "transcript.txt", *SELECT).returncode == 1
    assert run("check", "a.txt", *SELECT).returncode == 0


def test_several_transcripts(run: Run) -> None:
    more = {"b.txt": "We never saw the invoice until Monday."}
    done = run("check", "a.txt", "--against", "transcript.txt", "--against=b.txt", *SELECT, stories={**STORIES, **more})
    assert (done.returncode, done.stdout) == (0, "")


def test_a_transcript_that_is_not_there_is_wrong_usage(run: Run) -> None:
    done = run("check", "a.txt", "--against", "none.txt", stories=STORIES)
    assert done.returncode == 2
    assert "none.txt can't be read" in done.stderr
