"""One small module a format: bytes of a source document in, drafts out."""
