"""Records out: JSON Lines, CSV, tables for the screen, text with its evidence marked. Personal numbers are masked."""
