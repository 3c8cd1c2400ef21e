"""What belongs together: versions of one story in both languages."""
