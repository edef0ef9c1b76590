"""Names of people, organisations and places, and their spellings."""
