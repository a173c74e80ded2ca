"""How Bulgarian is written: folding, numbers, check digits. Knows nothing of kinds."""
