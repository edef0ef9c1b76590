"""Allowing what is right: comments, front matter and marks that keep a finding from being reported."""
