"""HTML of articles as blocks: what its elements mean, and the Markdown of the markup within a line."""
