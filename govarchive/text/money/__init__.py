"""Sums of money as printed: figures, currencies, columns and rows of prices, words that repeat them."""
