"""Numbers: what they count or measure and what is said of them."""
