"""Making the machine run: what has changed is rendered, the finished site put in its place and served here."""
