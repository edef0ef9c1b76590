"""LanguageTool's HTTP protocol, version 2, so that what speaks to LanguageTool can speak to lintnews instead.

https://languagetool.org/http-api/
"""
