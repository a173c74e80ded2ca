"""Who holds which office of which body: posts, the people they belong to, and whose they are."""
