"""The box in which a user's template runs: it sees data only, reads no file but its own, and comes to an end.

Jinja2's sandbox keeps it from the interpreter. What is added here are limits, far above what a brief needs,
so that a slip in a template, or a template of somebody else, is told in a line and does not stop the machine.
"""

import re
from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment

STEPS = 300_000  # turns of all loops and calls of all macros; a brief of 60 stories takes some 15,000
SIZE = 5_000_000  # characters printed, and in one text
NUMBER = 10_000  # the largest number a function or a filter takes
_WIDE = re.compile(r"\d{5}|\*")


class Box(ImmutableSandboxedEnvironment):
    """A sandboxed environment that counts what a template does; `begin` sets the counters back."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, finalize: Callable[[object], object], **options: Any) -> None:
        super().__init__(finalize=self._printed, **options)
        self._finalize = finalize
        self.globals["range"] = self._range
        for name in ("center", "indent", "round"):
            self.filters[name] = _small(self.filters[name])
        del self.filters["format"]
        self.begin()

    def begin(self) -> None:
        """A new rendering, with nothing done yet."""
        self._steps, self._size = STEPS, SIZE

    def step(self, count: int = 1) -> None:
        """Called at every turn of a loop and at the start of every macro."""
        self._steps -= count
        if self._steps < 0:
            raise SecurityError(f"more than {STEPS} turns of loops")

    def joined(self, *parts: object) -> str:
        """What `~` does."""
        text: str = self._bounded(markup_join(parts))
        return text

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`+ * ** %`, the four that can make much of little."""
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if numbers and operator in ("*", "**") and max(abs(left), abs(right)) > NUMBER:
            raise SecurityError(f"{operator} with a number above {NUMBER}")
        if operator == "**" and numbers and abs(right) > 64:
            raise SecurityError("** with an exponent above 64")
        if operator == "*" and not numbers:
            sizes = [n if isinstance(n, int) else len(n) for n in (left, right)]
            self._bounded(range(sizes[0] * sizes[1]))
        if operator == "%" and isinstance(left, str) and _WIDE.search(left):
            raise SecurityError("% with a wide field")
        return super().call_binop(context, operator, left, right)

    def call(self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Every call a template makes."""
        if getattr(__obj, "__name__", "") in ("format", "format_map"):
            raise SecurityError("format is not to be had here; join texts with ~")
        _refuse_large(*args, *kwargs.values())
        return super().call(__context, __obj, *args, **kwargs)

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        # The hook Jinja2 keeps for this: the parsed template, before it becomes code.
        for join in list(source.find_all(nodes.Concat)):
            join.nodes = [_call("joined", join.nodes, join.lineno)]
        for loop in source.find_all((nodes.For, nodes.Macro, nodes.CallBlock)):
            step = nodes.ExprStmt(_call("step", [], loop.lineno), lineno=loop.lineno)
            loop.body.insert(0, step)  # type: ignore[attr-defined]  # all three have one
        return super()._generate(source, *args, **kwargs)

    def _range(self, *args: int) -> range:
        turns = range(*args)
        self.step(len(turns))
        return turns

    def _printed(self, value: object) -> object:
        shown = self._finalize(value)
        self._size -= len(str(shown))
        if self._size < 0:
            raise SecurityError(f"more than {SIZE} characters")
        return shown

    def _bounded(self, value: Any) -> Any:
        if len(value) > SIZE:
            raise SecurityError(f"a text of more than {SIZE} characters")
        return value


def _call(method: str, args: list[nodes.Expr], lineno: int) -> nodes.Call:
    return nodes.Call(nodes.EnvironmentAttribute(method), args, [], None, None, lineno=lineno)


def _small(function: Callable[..., Any]) -> Callable[..., Any]:
    def bounded(value: object, *args: object, **kwargs: object) -> Any:
        _refuse_large(*args, *kwargs.values())
        return function(value, *args, **kwargs)

    return bounded


def _refuse_large(*args: object) -> None:
    if any(isinstance(arg, int) and abs(arg) > NUMBER for arg in args):
        raise SecurityError(f"a number above {NUMBER}")
