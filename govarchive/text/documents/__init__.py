"""References to documents as printed: types, numbers, issuers, the State Gazette, acts of the Union."""
