"""Questions asked of finished things; the answers are problems, all of them at once."""
