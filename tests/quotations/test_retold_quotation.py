from lintnews.checks.quotations.retold_quotation import retold_words
from lintnews.match import Certainty
from lintnews.readers import read_text
from lintnews.story import Story

FILLER = (
    "The council met for four hours and heard engineers of two firms, who showed plans and took questions from a full hall. "
    * 2
)


def retold(text: str) -> list[tuple[str, str, Certainty]]:
    story = Story(text, read_text(text, format_of="plain"))
    return [(story.words(r.fragment), story.words(r.full), r.certainty) for r in retold_words(story)]


def test_one_word_of_a_fragment_differs_from_the_full_quotation() -> None:
    text = f"They will “work as a unit,” she said.\n\n{FILLER}\n\n“We will always work as a team,” she said."
    assert retold(text) == [("unit", "team", Certainty.LIKELY)]


def test_forms_of_one_word_and_synonyms_are_one_word() -> None:
    text = f"He spoke of “a terrible mistake by all.”\n\n{FILLER}\n\n“It was a terrible error by all,” he said."
    assert retold(text) == []


def test_two_tellings_are_told_once() -> None:
    text = f"“A bitter long fight.”\n\n{FILLER}\n\n“A bitter long winter.”"
    assert len(retold(text)) == 1


def test_a_hundred_thousand_words_of_quotations_take_no_time() -> None:
    text = "\n\n".join(f"“It was a day like number{n % 500} and no other day,” she said." for n in range(8000))
    assert isinstance(retold(text), list)
