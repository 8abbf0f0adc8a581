"""What holds for the whole project: sizes, and what the model may lean on."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
FILE_LINES, FUNCTION_LINES = 300, 40


def named(path: Path) -> str:
    """The file as the project knows it."""
    return str(path.relative_to(ROOT))


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", sorted((ROOT / "src/truceline/model").glob("*.py")), ids=named)
def test_the_model_needs_nothing_but_python(path: Path) -> None:
    ours = {name for name in imports(path) if not name.startswith("truceline.model")}
    assert {name.split(".")[0] for name in ours} <= sys.stdlib_module_names


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= FILE_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < FUNCTION_LINES, f"{node.name} is too long"


def test_the_lock_names_no_place_to_get_packages_from() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        pins = [line for line in path.read_text().splitlines() if not line.lstrip().startswith(("#", "--hash"))]
        assert all("==" in line for line in pins)
        assert not any("://" in line or line.startswith("-") for line in pins)


def test_the_lock_holds_all_that_the_project_names() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    locked = {line.split("==")[0] for line in (ROOT / "requirements/run.txt").read_text().splitlines() if "==" in line}
    wanted = {line.split(">")[0].split("=")[0].split("<")[0].lower() for line in project["dependencies"]}
    assert wanted <= locked
