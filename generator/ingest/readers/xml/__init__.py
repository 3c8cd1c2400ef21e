"""XML as it is found: cut into records before it is parsed, and mended where it is broken."""
