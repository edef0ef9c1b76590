"""Judgements on dates, times and ages."""
