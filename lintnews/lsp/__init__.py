"""The language server: findings and what to do about them where stories are written. It needs the extra ``lintnews[lsp]``."""
