"""Saved web pages: out of what they were saved in, and which of their text is the article."""
