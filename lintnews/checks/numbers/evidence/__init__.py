"""What speaks for and against figures that don't agree being parts of one statement."""
