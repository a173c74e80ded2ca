"""Names of bodies by rules: their words, how far they go, what is none."""
