"""A logistic regression with a quadratic penalty, for the scripts that fit weights of evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np


@dataclass
class Case:
    """Features of one candidate, whether it is a real fault, how heavy it weighs, and the story that it is of."""

    features: Mapping[str, float]
    wrong: bool
    weight: float
    story: str


def fit(cases: Sequence[Case], penalty: float = 0.5, rounds: int = 60) -> tuple[float, dict[str, float]]:
    """The constant and the weights, by Newton's method; the constant is not penalised."""
    names = sorted({name for case in cases for name in case.features})
    column = {name: at + 1 for at, name in enumerate(names)}
    x = np.zeros((len(cases), len(names) + 1))
    x[:, 0] = 1.0
    for row, case in enumerate(cases):
        for name, value in case.features.items():
            x[row, column[name]] = value
    y = np.array([float(case.wrong) for case in cases])
    heavy = np.array([case.weight for case in cases])
    ridge = np.eye(len(names) + 1) * penalty
    ridge[0, 0] = 1e-6
    w = np.zeros(len(names) + 1)
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (heavy * (p - y)) + ridge @ w
        hessian = (x * (heavy * p * (1 - p))[:, None]).T @ x + ridge
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if float(np.abs(step).max()) < 1e-6:
            break
    return float(w[0]), {name: float(w[column[name]]) for name in names}


def score(constant: float, weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    total = constant + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return float(1 / (1 + np.exp(-np.clip(total, -30, 30))))
