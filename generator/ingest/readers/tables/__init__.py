"""Tables of articles: JSON, JSON Lines, CSV and its kin."""
