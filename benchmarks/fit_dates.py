"""Fit the weights by which ages, years and lengths of time are held to be one, on half of a folder of stories.

    python -m benchmarks.fit_dates CORPORA [MODEL …]

Positive cases make themselves: where a story tells a fact twice and both agree, one of the two figures is altered by a slip of the
keys, and the pair that then disagrees is a fault. Every pair of an unaltered story that disagrees is none. All made faults of a model
together weigh ``MADE`` cases.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lintnews.checks.dates import age_links, retold_links, span_links, tense_links
from lintnews.mentions.dates.ages import Age
from lintnews.mentions.dates.births import Birth
from lintnews.mentions.dates.dates import PartialDate
from lintnews.mentions.dates.lengths import YearsLong
from lintnews.mentions.dates.years import Year
from lintnews.mentions.words.calendar_words import MONTH_NAMES
from lintnews.readers import read_text
from lintnews.source import Span
from lintnews.story import Story

from .halves import rows
from .logistic import Case, fit, score

DATA = Path(__file__).parent.parent / "lintnews" / "data"
Pair = tuple[Span, Span, dict[str, float]]
"""The place that is judged, the place that contradicts it, and the features."""


@dataclass
class Model:
    """``pairs`` are what disagrees in a story, ``figures`` the places whose alteration makes a fault of a pair."""

    name: str
    pairs: Callable[[Story], Iterator[Pair]]
    figures: Callable[[Story], Iterator[tuple[Span, Span]]]
    made: float
    marks: tuple[float, float, float]
    phrases: dict[str, str]
    set_weights: dict[str, float] | None = None
    """Weights that are not fitted, for what is too rare in the stories; all of them where the constant is among them."""


def age_birth_pairs(story: Story) -> Iterator[Pair]:
    for link in age_links.birth_links(story):
        yield link.age.span, link.other, link.features


def age_birth_figures(story: Story) -> Iterator[tuple[Span, Span]]:
    for age in age_links.ages_told(story):
        for birth in story.mentions(Birth):
            if story.published:
                low, high = age_links.age_span(birth, story.published)
                if low <= age.most and age.value <= high:
                    yield age.span, birth.span
                    yield birth.when, age.span


def two_ages_pairs(story: Story) -> Iterator[Pair]:
    for link in age_links.age_pairs(story):
        yield link.age.span, link.other, link.features


def two_ages_figures(story: Story) -> Iterator[tuple[Span, Span]]:
    ages = [age for age in story.mentions(Age) if age.form not in ("since", "birthday")]
    for at, first in enumerate(ages):
        for second in ages[at + 1 :]:
            if first.value == second.value:
                yield first.span, second.span
                yield second.span, first.span


def ahead_pairs(story: Story) -> Iterator[Pair]:
    for link in tense_links.tense_links(story):
        if link.ahead:
            yield link.span, link.span, link.features


def over_pairs(story: Story) -> Iterator[Pair]:
    for link in tense_links.tense_links(story):
        if not link.ahead:
            yield link.span, link.span, link.features


def span_pairs(story: Story) -> Iterator[Pair]:
    for link in span_links.span_links(story):
        yield link.length.span, link.year.span, link.features


def span_figures(story: Story) -> Iterator[tuple[Span, Span]]:
    years = story.mentions(Year)
    now = story.published.year if story.published else max((year.year for year in years), default=0)
    for length in story.mentions(YearsLong):
        for year in years:
            if abs(now - year.year - length.amount) <= (2 if length.rough else 1):
                yield length.span, year.span
                yield year.span, length.span


def retold_year_pairs(story: Story) -> Iterator[Pair]:
    for link in retold_links.retold_years(story):
        yield link.first, link.second, link.features


def retold_month_pairs(story: Story) -> Iterator[Pair]:
    for link in retold_links.retold_months(story):
        yield link.first, link.second, link.features


def retold_year_figures(story: Story) -> Iterator[tuple[Span, Span]]:
    yield from _equal([(year.span, year.year) for year in story.mentions(Year)])


def retold_month_figures(story: Story) -> Iterator[tuple[Span, Span]]:
    yield from _equal([(month.month_span, month.month) for month in story.mentions(PartialDate) if month.year is None])


def _equal(times: list[tuple[Span, int]]) -> Iterator[tuple[Span, Span]]:
    for at, (first, value) in enumerate(times):
        for second, other in times[at + 1 :]:
            if value == other:
                yield first, second
                yield second, first


def years_in_time(story: Story) -> Iterator[tuple[Span, Span]]:
    for year in story.mentions(Year):
        yield year.span, year.span


RETOLD = {
    "same-noun": "both stand before the same word", "noun-told-again": "what has the year here is told there too",
    "shares-many-words": "the words around both are the same", "shares-words": "the words around both are alike",
    "shares-rare-word": "a word that stands nowhere else stands beside both", "one-digit": "one digit makes them agree"}  # fmt: skip
MODELS = [
    Model("age_birth_evidence", age_birth_pairs, age_birth_figures, 30.0, (0.95, 0.6, 0.3), {
        "same-owner": "both are told of one name", "only-age": "it is the only age in the story",
        "only-birth": "it is the only birth in the story", "same-sentence": "both stand in one sentence",
        "one-digit": "one digit makes it right"}, {
        "constant": -1.0, "only-age": 1.6, "only-birth": 1.0, "same-owner": 2.0, "same-sentence": 0.8, "one-digit": 0.8, "death": 0.9, "form-at": 0.4,
        "form-is": 0.4, "form-comma": 0.4, "form-compound": 0.3, "form-aged": -0.2, "form-since": -4.0, "form-birthday": -1.0,
        "definite": 0.4, "two-ages": -0.4, "another-time": -3.0, "told-as-past": -0.6, "explained-by-a-year": -5.0, "family": -1.0, "family-between": -4.0, "age-between": -2.0, "at-an-event": -2.5,
        "not-told-as-now": -3.0,
        "year-in-sentence": -0.8, "long-dead": -2.5, "far": -0.3, "above": 0.3, "off-by-little": -0.3}),
    Model("two_ages_evidence", two_ages_pairs, two_ages_figures, 40.0, (0.95, 0.6, 0.3), {
        "same-owner": "both are told of one name", "two-ages-only": "the story tells no other age",
        "owner-then-definite": "“the” says that the person is known", "definite-twice": "“the” says that the person is known",
        "one-digit": "one digit makes them agree", "headline": "one stands in the headline"}, {
        "another-time": -2.5, "year-beside": -2.0, "same-owner": 1.5, "told-as-past": -2.0, "owner-then-definite": 0.3, "other-noun": -4.0, "headline": 2.0,
        "stage-and-age": 0.5}),
    Model("past_ahead_evidence", ahead_pairs, years_in_time, 60.0, (0.98, 0.67, 0.42), {
        "past-near": "the verb right before is in the past", "one-digit": "one digit makes it a year gone by"}),
    Model("future_over_evidence", over_pairs, years_in_time, 60.0, (0.98, 0.75, 0.42), {
        "will-near": "the verb right before speaks of the future", "plans-near": "it is planned or hoped for",
        "one-digit": "one digit makes it a year to come"}),
    Model("years_long_evidence", span_pairs, span_figures, 60.0, (0.98, 0.66, 0.42), {
        "only-old-year": "the story names no other year so far back", "same-sentence": "both stand in one sentence",
        "one-digit": "one digit makes it right", "tens-off": "it is off by tens", "starts": "something begins or happens in that year"}),
    Model("retold_years_evidence", retold_year_pairs, retold_year_figures, 60.0, (0.95, 0.34, 0.2), RETOLD),
    Model("retold_months_evidence", retold_month_pairs, retold_month_figures, 40.0, (0.95, 0.62, 0.3), RETOLD),
]  # fmt: skip


def story_of(row: dict[str, Any], text: str | None = None, headline: str | None = None) -> Story:
    head = "---\n" + (f"published: {row['date']}\n" if row.get("date") else "")
    title = row.get("headline") if headline is None else headline
    if title:
        head += "headline: " + json.dumps(title, ensure_ascii=False) + "\n"
    source = head + "---\n\n" + (row["text"] if text is None else text) + "\n"
    return read(source)


def read(source: str) -> Story:
    return Story(source, read_text(source, format_of="plain" if "``" in source else "markdown"))


def alter(figure: str, chance: random.Random) -> str | None:
    """*figure* with one digit changed, or two changed round; a year is as often some years too early or too late; another month."""
    if figure in MONTH_NAMES:
        return chance.choice([name for name in MONTH_NAMES if name != figure])
    if len(figure) == 4 and figure.isdigit() and chance.random() < 0.6:
        return str(int(figure) + chance.choice((-4, -3, -2, -2, -1, -1, 1, 1, 2, 2, 3, 4)))
    places = [at for at, mark in enumerate(figure) if mark.isdigit()]
    if len(places) < 2:
        return None
    at = places[-1] if chance.random() < 0.35 else places[-2]
    if chance.random() < 0.2 and figure[places[-1]] != figure[places[-2]]:
        marks = list(figure)
        marks[places[-1]], marks[places[-2]] = marks[places[-2]], marks[places[-1]]
        return "".join(marks)
    return figure[:at] + chance.choice([digit for digit in "0123456789" if digit != figure[at]]) + figure[at + 1 :]


def cases(corpora: Path, model: Model) -> Iterator[tuple[Case, str]]:
    chance = random.Random(7)
    for row in rows(corpora):
        story = story_of(row)
        for span, other, features in model.pairs(story):
            yield Case(features, False, 1.0, row["id"]), f"{story.words(span)} | {story.words(other)}"
        for span, other in list(model.figures(story))[:12]:
            new = alter(story.words(span), chance)
            place = story.map.to_source(span)
            if new is None or story.source[place.start : place.end] != story.words(span):
                continue
            source = story.source[: place.start] + new + story.source[place.end :]
            for one, two, features in model.pairs(read(source)):
                if (one.overlaps(span) or two.overlaps(span)) and (one.overlaps(other) or two.overlaps(other)):
                    yield Case(features, True, 1.0, row["id"]), f"{story.words(span)}->{new}"
                    break


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("models", nargs="*")
    asked = parser.parse_args()
    for model in MODELS:
        if asked.models and model.name not in asked.models:
            continue
        told = list(cases(asked.corpora, model))
        every = [case for case, _ in told]
        right = sum(case.wrong for case in every)
        for case in every:
            case.weight = model.made / right if case.wrong else 1.0
        constant, weights = fit(every)
        if model.set_weights and "constant" in model.set_weights:
            weights = {name: weight for name, weight in model.set_weights.items() if name != "constant"}
            constant = model.set_weights["constant"]
        elif model.set_weights:
            weights |= model.set_weights
        certain, likely, possible = model.marks
        data = {
            "source": f"Fitted by benchmarks/fit_dates.py (python -m benchmarks.fit_dates) on {right} figures altered in stories that tell them twice, and on {len(every) - right} pairs of unaltered stories.",
            "set_reason": "Too rare in the stories to be fitted: set by what each feature means, and read against every pair of the unaltered stories." if model.set_weights else "",
            "reason": "Two tellings are of one thing when the features of the pair, weighed and added to the constant, make that likelier than the threshold.",
            "certain": certain, "likely": likely, "possible": possible, "phrases": model.phrases,
            "constant": round(constant, 3), "weights": {name: round(weight, 3) for name, weight in weights.items()},
        }  # fmt: skip
        (DATA / f"{model.name}.json").write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n")
        report(model.name, told, constant, weights, right)


def report(name: str, told: list[tuple[Case, str]], constant: float, weights: dict[str, float], right: int) -> None:
    print(name)
    for feature, weight in sorted(weights.items(), key=lambda pair: -pair[1]):
        used = [sum(feature in case.features for case, _ in told if case.wrong == wrong) for wrong in (True, False)]
        print(f"{weight:7.2f} {feature} {used}")
    false = sorted(((score(constant, weights, c.features), t, c.story) for c, t in told if not c.wrong), reverse=True)
    for mark in (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1):
        found = sum(score(constant, weights, c.features) >= mark for c, _ in told if c.wrong)
        print(f"{mark}: found {found} of {right}, in unaltered stories {sum(s >= mark for s, _, _ in false)}")
    for found_score, text, story in false[:30]:
        print(f"{found_score:.2f} {text} {story}")


if __name__ == "__main__":
    main()
