"""Words, sentences and the language model."""
