"""Words of offices: where they stand, how far their phrase goes, their gender."""
