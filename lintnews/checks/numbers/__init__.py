"""Judgements on figures."""
