"""Judgements on quotations."""
