"""Judgements on what surrounds and litters the copy."""
