"""Questions asked of finished things: what is wrong, where, and what cures it. Nothing is changed here."""
