"""Make the machine run: call the engine, put the finished site in place, serve it."""
