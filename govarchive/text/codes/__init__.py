"""Numbers with a plan: telephones, old accounts, payment codes, personal numbers, check digits."""
