"""Archives of documents (zip, tar, gzip, …) and of the web (WARC)."""
