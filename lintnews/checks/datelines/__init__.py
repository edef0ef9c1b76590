"""Judgements on datelines."""
