"""Work over many pages: imports into the archive."""
