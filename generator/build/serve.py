"""The site served on this machine while people work on it, built again when a file changes."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

from generator.build.command import Outcome, run_engine
from generator.errors import ConfigurationError, MisuseError, Problem, SijillError
from generator.store.configuration import engine_refused

HOST = "127.0.0.1"


def serve_site(root: Path, port: int, tell: Callable[[str], None]) -> None:
    """Serve the archive at `root` until it is interrupted; only this machine can reach it.

    Raises MisuseError where the port is taken, ConfigurationError where mkdocs.yml or the vocabulary is broken.
    """
    check_port(port)
    # Named although it is the engine's default: MkDocs 1.6 with click 8.3 or later forgets it and never reloads.
    outcome = run_engine(["serve", "--dev-addr", f"{HOST}:{port}", "--livereload"], root, tell)
    if outcome.code != 0:
        raise _ended(outcome)


def check_port(port: int) -> None:
    """Check that nobody else listens at `port`. Raises MisuseError where somebody does, or nobody may."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as fault:
            raise MisuseError(
                Problem(
                    code="port-taken",
                    what=f"cannot serve at {HOST}:{port}",
                    expected="a port that no other program uses",
                    found=fault.strerror or str(fault),
                    cure=f"stop the other program, or choose another port: --port {port + 1}",
                )
            ) from None


def _ended(outcome: Outcome) -> SijillError:
    """Say why the engine ended by itself."""
    if outcome.is_configuration:
        return ConfigurationError(engine_refused(outcome.complaint))
    return MisuseError(
        Problem(
            code="server-ended",
            what="the server ended by itself",
            expected="it to run until it is interrupted",
            found=outcome.complaint or f"code {outcome.code}",
            cure="run `sijill build` to see what is wrong with the site",
        )
    )
