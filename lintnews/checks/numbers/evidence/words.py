"""Words about figures that several kinds of relation look for."""

from __future__ import annotations

from ....mentions.words.lazy_pattern import LazyPattern

CURRENCY = LazyPattern(
    r"\b(?:dollar|yen|sterling|pound|mark|franc|currency|rupee|peso|kwacha|lira|rand|rupiah|shilling|peseta|rouble|ruble|devalu\w+|exchange|odds|rank\w*|number(?! of)|place|position)\b"
)
OPPOSITES = LazyPattern(r"\b(?:loss|losses|lost|deficit|shortfall|negative|minus|margins?)\b")
CURRENCIES = LazyPattern(
    r"\b(?:dollar|yen|sterling|pound|mark|franc|currency|rupee|peso|kwacha|lira|rand|rupiah|shilling|peseta|rouble|ruble|forint|zloty|naira|cedi|dong|ringgit|baht|"
    r"koruna|shekel|drachma|escudo|hryvnia|tenge|krona|krone|crown|greenback|per (?:dollar|euro)|(?:to|against) the (?:u\.?s\.? )?(?:dollar|euro|yen))\b"
)
"""What rises may be quoted lower."""
