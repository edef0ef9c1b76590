"""Facts: what a story says, where it says it, and whether it says it twice the same."""
