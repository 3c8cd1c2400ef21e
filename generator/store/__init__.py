"""The folder content/ on disk: front matter, articles, originals, vocabulary, settings."""
