"""Datelines and credits: how a story opens."""
