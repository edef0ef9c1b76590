"""Judgements on headline, deck and caption against the body, and on who is introduced where."""
