"""Plain text, and the Markdown of other generators with its front matter."""
