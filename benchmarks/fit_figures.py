"""Fit the weights of ``lintnews/data/figure_evidence.json`` on statements of real stories that hold, one figure or the direction altered.

    python -m benchmarks.fit_figures CORPORA [--half 0]

CORPORA is a folder of ``*.jsonl`` stories (``id``, ``text``). Every relation of figures that holds and hardly does so by chance is
altered in each of its figures and in its direction: the relation that then fails is a case of a slip. All relations that fail in the
stories as they are, are cases of figures of different things. A logistic regression with a quadratic penalty gives the weights of each kind;
five-fold cross-validation by story gives what is printed: slips found, and stories flagged per 1,000. Nothing is random but by seed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lintnews.checks.numbers.evidence.held import chance, explained, told_by_words
from lintnews.checks.numbers.evidence.weighing import features
from lintnews.checks.numbers.judged import relations
from lintnews.checks.numbers.relations import Kind, Relation
from lintnews.mentions.numbers.movements import directions
from lintnews.mentions.numbers.placed import Passage
from lintnews.readers.plain import read
from lintnews.story import Story

from .number_statements import MAKERS, TEMPLATES, filled

DATA = Path(__file__).parent.parent / "lintnews" / "data" / "figure_evidence.json"
PENALTY = 1.0
FOLDS = 5
EACH = 5
"""Times that each statement is altered."""
SURE = 0.12
WORKED_OUT_WRONG = 0.35
"""How many of the altered figures are any figure of as many digits, not one a slip of the keys away."""
LOOSE = 0.35
"""Chance below which a statement that holds is taken to be one; the second where the words tell each figure's part."""


@dataclass
class Case:
    kind: Kind
    story: str
    features: dict[str, float]
    wrong: bool
    where: str = ""
    weight: float = 1.0


def stories(corpora: Path, half: int) -> Iterator[tuple[str, str]]:
    for path in sorted(corpora.glob("*.jsonl")):
        if not path.stem.startswith("judged"):
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                if int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 2 == half:
                    yield row["id"], row["text"]


def failing(story: Story, kinds: set[Kind] | None = None) -> Iterator[tuple[Relation, dict[str, float], Passage]]:
    for passage in story.mentions(Passage):
        found = relations(passage)
        held = explained(found)
        for relation in found:
            if not relation.holds and (kinds is None or relation.kind in kinds):
                yield relation, features(relation, passage, held, story.text), passage


def altered(figure: str, rng: random.Random) -> str:
    """*figure* with two digits changed round, one digit another, or (a figure worked out wrongly) all of them."""
    digits = list(figure)
    places = [i for i, c in enumerate(digits) if c.isdigit()]
    if places and rng.random() < WORKED_OUT_WRONG:
        for at in places:
            digits[at] = rng.choice("123456789" if at == places[0] else "0123456789")
        return "".join(digits)
    for _ in range(20):
        new = digits[:]
        if len(places) > 1 and rng.random() < 0.5:
            at = rng.randrange(len(places) - 1)
            new[places[at]], new[places[at + 1]] = new[places[at + 1]], new[places[at]]
        elif places:
            at = rng.choice(places[: max(1, len(places) - (len(places) > 2))])
            new[at] = rng.choice([c for c in "123456789" if c != new[at]])
        if new != digits and new[places[0]] != "0":
            return "".join(new)
    return ""


_INVENTED = {"percent change": Kind.CHANGE, "multiple": Kind.CHANGE, "points": Kind.CHANGE, "total": Kind.SUM, "remainder": Kind.SUM, "share": Kind.SHARE, "fraction": Kind.SAME, "rate": Kind.PRODUCT}  # fmt: skip
FILLS, LIGHT = 8, 0.25
"""How often each invented wording is filled with figures, and how little such a case weighs."""


def _spread(text: str, rng: random.Random) -> str:
    """*text* as it is, or with each sentence in a paragraph of its own."""
    return text.replace(". ", ".\n\n") if rng.random() < 0.5 else text


def invented() -> Iterator[Case]:
    """Cases made of the wordings of ``number_statements.py``, but for those held out."""
    rng = random.Random(1)
    for name, kind in _INVENTED.items():
        for number, template in enumerate(TEMPLATES[name]):
            shape: tuple[int, ...] = ()
            for _ in range(FILLS):
                right = Story(text := _spread(filled(template, MAKERS[name](rng, True, template)), rng), read(text))
                for passage in right.mentions(Passage):
                    good = [r for r in relations(passage) if r.holds and r.kind is kind]
                    if good:
                        shape = tuple(f.index for f in max(good, key=lambda r: (len(r.figures), -chance(r))).figures)
                for _, found, _ in failing(right, {kind}):
                    yield Case(kind, f"{name}{number}", found, False, text, LIGHT)
                wrong = Story(text := _spread(filled(template, MAKERS[name](rng, False, template)), rng), read(text))
                for other, found, _ in failing(wrong, {kind}):
                    if tuple(f.index for f in other.figures) == shape:
                        yield Case(kind, f"{name}{number}", found, True, text, LIGHT)


_OPPOSITES = {"rose": "fell", "fell": "rose", "up": "down", "down": "up", "rise": "fall", "fall": "rise", "increased": "decreased", "declined": "increased",
              "dropped": "rose", "gained": "lost", "jumped": "dropped", "grew": "fell", "climbed": "slipped", "increase": "decrease", "lost": "gained", "higher": "lower", "lower": "higher",
              "risen": "fallen", "fallen": "risen", "more": "less", "decline": "rise", "slipped": "climbed", "decreased": "increased", "drop": "jump", "rising": "falling", "falling": "rising"}  # fmt: skip


def slips(identity: str, text: str) -> Iterator[Case]:
    """Cases made of the statements that hold in a story."""
    rng = random.Random(identity)
    story = Story(text, read(text))
    text = story.text
    known = directions()
    for passage in story.mentions(Passage):
        used: set[int] = set()
        for relation in sorted((r for r in relations(passage) if r.holds), key=chance):
            indices = {f.index for f in relation.figures}
            if relation.kind is Kind.WAY:
                if rng.random() > 0.6 or not {"from"} & {f.level for f in relation.figures}:
                    continue
            elif (
                chance(relation) > (LOOSE if told_by_words(relation) else SURE)
                or indices & used
                or (relation.kind is Kind.SUM and chance(relation) > SURE / 2)
                or (relation.kind is Kind.CHANGE and relation.direction == 0)
            ):
                continue
            else:
                used |= indices
            start, end = passage.span.start, passage.span.end
            for number in range(EACH + 1):
                if number == EACH or relation.kind is Kind.WAY:
                    changed = _turned(text, relation, known)
                else:
                    figure = relation.figures[rng.randrange(len(relation.figures))].figure
                    new = altered(text[figure.start : figure.end], rng)
                    changed = (figure.start, figure.end, new) if new else None
                if changed is None or not start <= changed[0] < end:
                    continue
                piece = text[start : changed[0]] + changed[2] + text[changed[1] : end]
                yield from _cases(identity, relation, piece)


def _turned(text: str, relation: Relation, known: dict[str, int]) -> tuple[int, int, str] | None:
    first = min(relation.figures, key=lambda f: f.index)
    begin = first.quantity.span.start - len(first.before)
    places = [(begin, first.before)]
    for figure in relation.figures:
        places.append((figure.quantity.span.end, figure.after))
        places.append((figure.quantity.span.start - len(figure.before), figure.before))
    for at, words in places:
        position = len(words)
        for word in reversed(words.split(" ")):
            position -= len(word)
            if word in _OPPOSITES:
                return at + position, at + position + len(word), _OPPOSITES[word]
            position -= 1
    return None


def _cases(identity: str, relation: Relation, piece: str) -> Iterator[Case]:
    made = Story(piece, read(piece))
    shape = [f.index for f in relation.figures]
    for other, found, passage in failing(made, {relation.kind}):
        if [f.index - passage.figures[0].index for f in other.figures] == shape:
            yield Case(relation.kind, identity, found, True, piece)


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray, offset: np.ndarray) -> np.ndarray:
    """Weights of the columns of *x*, the last of which is the constant, by Newton's method with halved steps."""
    beta = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[-1] = 0.01
    loss = _loss(x, y, weight, penalty, offset, beta)
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ beta + offset, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + penalty * beta
        hessian = (x.T * (weight * p * (1 - p) + 1e-9)) @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        size = 1.0
        while size > 1e-4 and _loss(x, y, weight, penalty, offset, beta - size * step) > loss:
            size /= 2
        beta = beta - size * step
        new = _loss(x, y, weight, penalty, offset, beta)
        if loss - new < 1e-6:
            break
        loss = new
    return beta


def _loss(
    x: np.ndarray, y: np.ndarray, weight: np.ndarray, penalty: np.ndarray, offset: np.ndarray, beta: np.ndarray
) -> float:
    z = np.clip(x @ beta + offset, -30, 30)
    return float((weight * (np.logaddexp(0, z) - y * z)).sum() + 0.5 * (penalty * beta * beta).sum())


def main() -> None:
    arguments = argparse.ArgumentParser(description="Fit the weights of figure evidence.")
    arguments.add_argument("corpora", type=Path)
    arguments.add_argument("--half", type=int, default=0)
    arguments.add_argument("--show", default="")
    options = arguments.parse_args()
    cases: dict[Kind, list[Case]] = defaultdict(list)
    count = 0
    judged = set((Path(__file__).parent / "judged_figures.txt").read_text(encoding="utf-8").split())
    for identity, text in stories(options.corpora, options.half):
        count += 1
        story = Story(text, read(text))
        for relation, found, _ in failing(story):
            if digest(identity, relation, story.text) not in judged:
                cases[relation.kind].append(Case(relation.kind, identity, found, False, _told(relation, story.text)))
        for case in slips(identity, text):
            cases[case.kind].append(case)
    for case in invented():
        cases[case.kind].append(case)
    shipped = (
        json.loads(DATA.read_text(encoding="utf-8"))
        if DATA.exists()
        else {"edition": "", "source": "", "levels": {}, "set": {}, "weights": {}}
    )
    for kind, some in sorted(cases.items()):
        if "constant" in shipped["set"].get(kind.value, {}):
            continue
        shipped["weights"][kind.value] = _fitted(kind, some, shipped["set"].get(kind.value, {}), count, options.show)
    DATA.write_text(json.dumps(shipped, indent=1) + "\n", encoding="utf-8")


def digest(identity: str, relation: Relation, text: str) -> str:
    """Stands for a relation in ``judged_figures.txt``, the ones that a reader has found to be real slips."""
    words = [text[f.figure.start : f.figure.end] for f in relation.figures]
    return hashlib.blake2b("\0".join((identity, relation.kind.value, *words)).encode(), digest_size=8).hexdigest()


def _told(relation: Relation, text: str) -> str:
    start = min(f.quantity.span.start for f in relation.figures)
    end = max(f.quantity.span.end for f in relation.figures)
    return " ".join(
        [
            repr([text[f.figure.start : f.figure.end] for f in relation.figures]),
            text[max(0, start - 60) : end + 40].replace("\n", " "),
        ]
    )


def _fitted(kind: Kind, cases: list[Case], fixed: dict[str, float], stories: int, show: str) -> dict[str, float]:
    names = sorted({name for case in cases for name in case.features} - fixed.keys())
    column = {name: at for at, name in enumerate(names)}
    x = np.zeros((len(cases), len(names) + 1), dtype=np.float64)
    x[:, -1] = 1
    for row, case in enumerate(cases):
        for name, value in case.features.items():
            if name in column:
                x[row, column[name]] = value
    y = np.array([float(case.wrong) for case in cases])
    weight = np.array([case.weight for case in cases])
    offset = np.array([sum(value * fixed.get(name, 0.0) for name, value in case.features.items()) for case in cases])
    fold = np.array([int(hashlib.md5(case.story.encode()).hexdigest(), 16) % FOLDS for case in cases])
    likely = np.zeros(len(cases))
    for number in range(FOLDS):
        rest = fold != number
        beta = fit(x[rest], y[rest], weight[rest], offset[rest])
        likely[~rest] = x[~rest] @ beta + offset[~rest]
    light = weight < 1
    made = light & (y == 1)
    likely_made = likely[made]
    right = likely[light & (y == 0)]
    cases = [case for case, spare in zip(cases, light, strict=True) if not spare]
    likely, y_all, y = likely[~light], y, y[~light]
    print(f"{kind.value}: {int(y.sum())} slips, {int((1 - y).sum())} failing relations in {stories} stories")
    order = np.argsort(-likely[y == 0])
    negatives = [case for case in cases if not case.wrong]
    scores = likely[y == 0][order]
    for rate in (0.5, 1, 2, 4, 8):
        at = flagged_at(negatives, order, scores, int(rate * stories / 1000))
        print(
            f"   {rate} stories per 1,000 flagged: from {at:.2f} on, {(likely[y == 1] > at).mean():.3f} of the slips found, {(likely_made > at).mean():.3f} of those invented, {(right > at).mean():.4f} of the right ones flagged"
        )
    if show == kind.value or show == "all":
        for at, value in list(zip(order, scores, strict=True))[:60]:
            print(f"   {value:.2f}", negatives[at].story, negatives[at].where, sorted(negatives[at].features))
    beta = fit(x, y_all, weight, offset)
    return fixed | {name: round(float(value), 3) for name, value in zip([*names, "constant"], beta, strict=True)}


def flagged_at(negatives: list[Case], order: np.ndarray, scores: np.ndarray, most: int) -> float:
    """The score above which *most* stories are flagged."""
    seen: set[str] = set()
    for at, value in zip(order, scores, strict=True):
        seen.add(negatives[at].story)
        if len(seen) > most:
            return float(value)
    return -50.0


if __name__ == "__main__":
    main()
