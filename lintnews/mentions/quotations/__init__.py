"""Direct quotations, and what was really said."""
