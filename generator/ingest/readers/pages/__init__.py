"""Saved web pages: what a page says of its article, its address and its parts."""
