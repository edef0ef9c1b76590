"""Dates, times, ages and durations."""
