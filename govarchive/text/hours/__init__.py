"""Opening hours as printed, and the days they name."""
