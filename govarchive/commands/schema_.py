"""`govarchive schema`: the JSON Schema of a record."""

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (2020-12) that every record written validates against.

    \b
    Example:
      govarchive schema > record.schema.json
    """
    from govarchive.formats.schema import schema_text

    click.echo(schema_text(), nl=False)
