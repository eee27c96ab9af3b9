"""The house keeps its shape: small files, small functions, honest names."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MODULES = sorted((ROOT / "briefing").rglob("*.py"))
GRAB_BAGS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "base", "core", "manager"}


def _ids(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("path", MODULES, ids=_ids)
def test_a_module_is_a_page_or_two(path: Path) -> None:
    """No module is longer than 250 lines."""
    assert len(path.read_text().splitlines()) <= 250


@pytest.mark.parametrize("path", MODULES, ids=_ids)
def test_a_function_fits_a_screen(path: Path) -> None:
    """No function is longer than 40 lines, the command line's declarations apart."""
    if path.parent.name == "cli":
        return
    long = {
        f.name: n for f in _functions(ast.parse(path.read_text())) if (n := f.end_lineno - f.lineno + 1) > 40
    }
    assert long == {}


@pytest.mark.parametrize("path", MODULES, ids=_ids)
def test_a_name_says_what_is_inside(path: Path) -> None:
    """No module is a grab-bag."""
    assert path.stem not in GRAB_BAGS


@pytest.mark.parametrize("path", MODULES, ids=_ids)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    """Every module opens with a docstring."""
    assert ast.get_docstring(ast.parse(path.read_text()))


def test_the_main_path_is_one_page() -> None:
    """The functions from inputs to brief hold 60 statements at most, docstrings not counted."""
    tree = ast.parse((ROOT / "briefing" / "pipeline.py").read_text())
    inside = [n for f in _functions(tree) for n in ast.walk(f) if isinstance(n, ast.stmt) and n is not f]
    assert sum(not (isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)) for n in inside) <= 60


def test_nobody_mocks() -> None:
    """Tests pass real dates, folders and servers instead of mocks."""
    word = "unittest" + ".mock"
    assert [p for p in (ROOT / "tests").rglob("*.py") if word in p.read_text()] == []
