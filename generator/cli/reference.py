"""docs/cli.md and docs/fields.md, made from the code: `python -m generator.cli.reference --write docs`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.examples import examples_of
from generator.store.field_table import render_field_table
from generator.store.files import write_file


def render_cli_reference(command: click.Group) -> str:
    """The reference of the command line in Markdown: each verb with its usage, help, options and an example."""
    context = click.Context(command, info_name="sijill")
    parts = [
        "# The command line",
        "<!-- Made from the code by `make docs`; do not edit. -->",
        _help(command),
        _options_table(command, context),
    ]
    for name in command.list_commands(context):
        verb = command.get_command(context, name)
        if verb is not None:
            parts.append(_render_verb(name, verb, context))
    return "\n\n".join(filter(None, parts)) + "\n"


def _render_verb(name: str, verb: click.Command, parent: click.Context) -> str:
    """One verb."""
    context = click.Context(verb, info_name=name, parent=parent)
    usage = " ".join(["sijill", name, *verb.collect_usage_pieces(context)])
    examples = examples_of(name)
    parts = (
        f"## sijill {name}",
        f"    {usage}",
        _help(verb),
        _options_table(verb, context),
        "\n".join((f"Example{'s' if len(examples) > 1 else ''}:\n", *(f"    {line}" for line in examples))),
    )
    return "\n\n".join(filter(None, parts))


def _help(command: click.Command) -> str:
    """A command's help, its paragraphs as they are."""
    paragraphs = (command.help or "").replace("\b", "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _options_table(command: click.Command, context: click.Context) -> str:
    """A command's options as a table; those that every command has are left out."""
    rows = []
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if record is not None and not {"--help", "--version"}.intersection(parameter.opts):
            option, meaning = (cell.replace("|", "\\|").replace("\n", " ") for cell in record)
            rows.append(f"| `{option}` | {meaning} |")
    return "\n".join(["| option | meaning |", "| --- | --- |", *rows]) if rows else ""


@click.command()
@click.option("--write", "folder", required=True, type=click.Path(path_type=Path, file_okay=False), help="docs/")
def main(folder: Path) -> None:
    """Write the parts of docs/ that are made from the code."""
    from generator.cli import sijill  # noqa: PLC0415 - the package imports its verbs; this module is run beside it

    write_file(folder / "cli.md", render_cli_reference(sijill).encode())
    write_file(folder / "fields.md", render_field_table().encode())


if __name__ == "__main__":
    main()
