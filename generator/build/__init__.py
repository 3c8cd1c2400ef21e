"""Making the machine run: the engine as a subprocess, the finished site put in its place in one step, the server."""
