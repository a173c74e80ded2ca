"""Whose an office is: the body told beside it, above it, or by the whole page."""
