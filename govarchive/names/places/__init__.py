"""Names of places by rules and lists, and the addresses they stand in."""
