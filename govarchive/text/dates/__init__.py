"""What a date is, as printed: where it may begin, its forms, its year, whether it is one."""
