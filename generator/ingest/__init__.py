"""From source documents to articles: tolerant, never loses a letter, says what it did."""
