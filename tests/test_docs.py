"""What is written for users is true: commands, columns, examples. Run as a script it writes the README's columns anew."""

from __future__ import annotations

import csv
import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

import humsit
from humsit.__main__ import app
from humsit.documents.formats import FORMATS
from humsit.tables import TABLES
from humsit.vocabulary import LISTS, load_vocabulary

CLONE = Path(__file__).parents[1]
README = CLONE / "README.md"
BEGIN, END = "<!-- columns:", "<!-- end of columns -->"


def columns_as_markdown() -> str:
    """The README's tables of columns."""
    lines = []
    for table, columns in TABLES.items():
        lines += [f"### {table}", "", "| column | dtype | unit | meaning | HXL |", "| --- | --- | --- | --- | --- |"]
        lines += [f"| `{c.name}` | {c.dtype} | {c.unit} | {c.meaning.replace('|', '/')} | `{c.hxl}` |" for c in columns] + [""]
    return "\n".join(lines)


def readme_with_columns(text: str) -> str:
    before, _, rest = text.partition(BEGIN)
    comment, _, rest = rest.partition("\n")
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{comment}\n\n{columns_as_markdown()}\n{END}{after}"


def commands(group: Any, name: str = "humsit") -> Iterator[tuple[str, Any]]:
    """(full name, command) of everything that can be called."""
    yield name, group
    for word, command in getattr(group, "commands", {}).items():
        yield from commands(command, f"{name} {word}")


COMMANDS = dict(commands(typer.main.get_command(app)))
TEXT = README.read_text(encoding="utf-8")
SHELL = [line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines()]
CALLS = [line.partition("#")[0].strip() for line in SHELL if line.startswith("humsit ")]
WRITTEN = [call for call in re.findall(r"`(humsit[^`]*)`", TEXT) if call.split()[0] == "humsit"] + CALLS


def command_of(call: str) -> str:
    """The command that a written call is one of: the longest that its first words name."""
    words = [word for word in call.split() if word[0].isalpha() and word.islower()]
    return next(name for n in (3, 2, 1) if (name := " ".join(words[:n])) in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_every_option_has_help(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert [parameter.name for parameter in command.params if not parameter.help] == []


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if not hasattr(command, "commands")])
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert name in {command_of(call) for call in WRITTEN}


@pytest.mark.parametrize("call", WRITTEN)
def test_what_the_readme_calls_exists_with_its_options(call: str) -> None:
    known = {option for name in ("humsit", command_of(call)) for parameter in COMMANDS[name].params for option in parameter.opts}
    words = call.split()
    used = {word for word in words if word.startswith("--")} - {"--help"}
    assert used <= known
    assert command_of(call) != "humsit" or len([word for word in words if not word.startswith("-")]) == 1 or "COMMAND" in words


@pytest.mark.parametrize("call", [call for call in CALLS if call != "humsit"])
def test_the_readmes_examples_run(call: str, tmp_path: Path) -> None:
    for name in ("seeds", "tests"):
        (tmp_path / name).symlink_to(CLONE / name)
    environment = os.environ | {"HUMSIT_STORE": str(tmp_path / "store.db")}
    command = [sys.executable, "-m", *shlex.split(call)]
    said = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (said.returncode, said.stderr) == (0, "")


def test_the_readmes_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    exec(block, {})
    assert "Chernihiv" in capsys.readouterr().out


def test_the_front_doors_example_runs() -> None:
    result = doctest.testmod(humsit)
    assert (result.attempted, result.failed) == (4, 0)


def test_the_readme_names_every_make_target_that_it_calls_and_every_ending_that_is_read() -> None:
    targets = set(re.findall(r"^([a-z]+):", (CLONE / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"make ([a-z]+)", TEXT)) <= targets
    assert [ending for ending in FORMATS if f"`{ending}`" not in TEXT] == []


def test_the_readmes_columns_are_those_of_the_tables() -> None:
    assert readme_with_columns(TEXT) == TEXT, "The tables have changed: run `python tests/test_docs.py`."


WORDS_TEXT = (CLONE / "humsit" / "vocabulary" / "README.md").read_text(encoding="utf-8")


def sections_of_the_words_readme() -> dict[str, str]:
    """list → what humsit/vocabulary/README.md says of it."""
    parts = re.split(r"^## (\w+)\.csv$", WORDS_TEXT, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


WORD_LISTS = sections_of_the_words_readme()


def test_every_word_list_is_described_for_analysts() -> None:
    assert set(WORD_LISTS) == set(LISTS)


@pytest.mark.parametrize("name", WORD_LISTS)
def test_a_word_lists_columns_keys_and_choices_are_told(name: str) -> None:
    told, form = WORD_LISTS[name], LISTS[name]
    assert [column for column in form.columns if f"`{column}`" not in told] == []
    assert f"Key: {', '.join(f'`{column}`' for column in form.key)}." in told
    choices = {choice for choices in form.choices.values() for choice in choices if choice}
    assert [choice for choice in choices if not re.search(rf"\b{choice}\b", WORDS_TEXT)] == []


@pytest.mark.parametrize("name", WORD_LISTS)
def test_a_word_lists_row_is_one_of_its_rows(name: str) -> None:
    (block,) = re.findall(r"```csv\n(.*?)```", WORD_LISTS[name], re.DOTALL)
    (row,) = csv.DictReader(block.splitlines())
    assert tuple(row) == LISTS[name].columns
    assert row in load_vocabulary().rows[name]


if __name__ == "__main__":
    README.write_text(readme_with_columns(README.read_text(encoding="utf-8")), encoding="utf-8")
