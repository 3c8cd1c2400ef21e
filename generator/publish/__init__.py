"""From articles to pages: a pure plan of the whole site. Reads and writes nothing; the plugin renders it."""
