"""Offices told by the layout: rows, columns, cards, sections, signatures, histories."""
