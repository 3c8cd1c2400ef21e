"""A build that leaves traces, by which the next one can tell at once that nothing has changed (`unchanged`)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.build.engine import Engine, LoadEngine, Tell
from generator.build.memory import Memory
from generator.build.order import Built, Order, Reporter
from generator.build.site import build_site
from generator.build.unchanged import Inputs, digest_inputs, leave_traces
from generator.store.stamps import FileDigests

# Of files that are read for the traces and then for what they say: a build from nothing needs all of them.
_MOST_BYTES = 50_000_000


def build_traced(
    order: Order,
    load_engine: LoadEngine,
    reporter: Reporter,
    environment: Mapping[str, str],
    digests: FileDigests,
    inputs: Inputs,
) -> Built:
    """Build a site as `build_site` does, and leave traces of what it was made from, as that was before it was read.

    `environment` is what `!ENV` in mkdocs.yml sees; `digests` are those of files that this process has read already,
    and `inputs` what it has found of them, by `find_unchanged`.
    """
    memory = Memory(digests=digests)

    def load(root: Path, tell: Tell) -> Engine:
        nonlocal inputs
        engine = load_engine(root, tell)
        if not inputs.state or inputs.sources != engine.sources():
            digests.keep(_MOST_BYTES)
            try:
                inputs = Inputs(digest_inputs(order, engine.sources(), environment, digests), engine.sources())
            except OSError:  # the build itself says what cannot be read
                inputs = Inputs()
        return engine

    built = build_site(order, load, reporter, memory=memory)
    leave_traces(order, inputs, memory.manifest.sizes if memory.manifest else {}, built)
    return built
