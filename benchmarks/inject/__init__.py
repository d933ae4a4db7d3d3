"""Misprint one number at a time in consistent reports, and measure what the audit makes of it."""
