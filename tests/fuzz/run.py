"""Fuzz one reader with atheris: `python tests/fuzz/run.py TARGET CORPUS [options of libFuzzer]`; without a target, it
lists them all. CORPUS is a folder, made where there is none; what was found stands in it afterwards."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator", "email", "ijson", "warcio", "zipfile", "tarfile", "csv"]):
    from targets import TARGETS


def main() -> None:
    """Write the target's own documents into the corpus, and fuzz from there until libFuzzer's options say stop."""
    if len(sys.argv) < 3:
        print("\n".join(TARGETS))
        return
    name, corpus = sys.argv[1], Path(sys.argv[2])
    target = TARGETS[name]
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(seed)
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target.read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
