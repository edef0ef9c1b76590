"""The server: LanguageTool's protocol for what speaks it, and the desk page. It needs the extra ``lintnews[serve]``."""
