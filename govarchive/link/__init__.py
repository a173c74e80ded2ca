"""What ties the records of one page: overlaps, labels, roles, surnames and full names, the date of publication."""
