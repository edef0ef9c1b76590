"""Kinds of check that a house writes its own rules with."""
