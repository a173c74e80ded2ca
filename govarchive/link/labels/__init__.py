"""What a value is of: the desk of a telephone, the purpose of an account, what a sum is for."""
