"""What follows an office and belongs to it: its field, its unit, the body it is of."""
