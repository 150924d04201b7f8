"""Every word of the interface stands in `humsit/app/words/`: nowhere else in the app is there a text that a person reads."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import humsit.app

APP = Path(humsit.app.__file__).parent
MODULES = sorted(path for path in APP.rglob("*.py") if "words" not in path.relative_to(APP).parts)

Above = list[ast.AST]
"""What a text stands in, the nearest first, the module last."""
Allows = Callable[[str, Above], bool]

NAMED = {
    *("key", "type", "kind", "width", "height", "gap", "icon", "shortcut", "url_path", "css", "js"),
    *("format", "timezone", "mime", "file_name"),
}
LOGGED = {"debug", "info", "warning", "error", "exception"}
FOR_PROGRAMMERS = {"ValueError", "TypeError", "RuntimeError", "KeyError"}
LOOKED_FOR = {"removeprefix", "removesuffix", "startswith", "endswith", "split", "partition", "find", "frozenset", "normalize"}
COMMANDS = {("downloads", "_command")}


def _call(above: Above) -> ast.Call | None:
    """The call of which a text is an argument itself, not a part of one."""
    return above[0] if isinstance(above[0], ast.Call) else None


def _is_keyword(_: str, above: Above) -> bool:
    return any(isinstance(one, ast.keyword) and one.arg in NAMED for one in above)


def _is_logged(_: str, above: Above) -> bool:
    call = _call(above)
    return call is not None and "logger" in ast.unparse(call.func) and ast.unparse(call.func).split(".")[-1] in LOGGED


def _is_raised_for_programmers(_: str, above: Above) -> bool:
    raised = (one.exc for one in above if isinstance(one, ast.Raise))
    return any(isinstance(call, ast.Call) and ast.unparse(call.func) in FOR_PROGRAMMERS for call in raised)


def _is_looked_for(_: str, above: Above) -> bool:
    call = _call(above)
    return call is not None and (ast.unparse(call.func).startswith("re.") or ast.unparse(call.func).split(".")[-1] in LOOKED_FOR)


def _is_of_a_command(_: str, above: Above) -> bool:
    return any(isinstance(one, ast.FunctionDef) and (_module(above), one.name) in COMMANDS for one in above)


def _is_a_date_format(_: str, above: Above) -> bool:
    return any(isinstance(one, ast.FormattedValue) for one in above[:2])


def _is_a_name_of_a_field(_: str, above: Above) -> bool:
    return isinstance(above[0], ast.Subscript)


def _is_front_door(_: str, above: Above) -> bool:
    return any(isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == "__all__" for one in above)


def _module(above: Above) -> str:
    return str(getattr(above[-1], "name", ""))


def _looks_like(pattern: str) -> Allows:
    return lambda text, _: re.search(pattern, text) is not None


def _is_mere_markup(text: str, _: Above) -> bool:
    rest = re.sub(r'%\{[^}]*\}|<[^>]*>?|^"[^<>]*>|[\w-]+="[^"]*', " ", text)
    return re.search(r"[^\W\d_]{2}", rest) is None


ALLOWED: list[tuple[str, Allows]] = [
    ("a class of our own stylesheet", _looks_like(r"^( ?hs-[\w-]*)+ ?$")),
    (
        "a colour, or a declaration of a stylesheet",
        _looks_like(r"^((background-)?color: |font-weight: )?(#[0-9A-F]{6}|rgba?\(.*|bold)$"),
    ),
    ("a name in somebody's interface, as no person writes", _looks_like(r"^([a-z]+\.)*[a-z]+([A-Z][a-z]*|\d+[a-z]*)+$")),
    ("HTML, SVG or a template of plotly's, and no words in it", _is_mere_markup),
    ("JavaScript of a component", _looks_like(r"^export default function")),
    ("a name or a format, by its keyword", _is_keyword),
    ("for the log", _is_logged),
    ("told to programmers, never shown", _is_raised_for_programmers),
    ("looked for in a text, or taken off it", _is_looked_for),
    ("a command to type, which is not English", _is_of_a_command),
    ("how a day or a number is printed", _is_a_date_format),
    ("the name of a field", _is_a_name_of_a_field),
    ("a name of Python's", _is_front_door),
]
"""Why a text may stand outside of the words, and how such a text is known."""

SAYS: dict[str, Callable[[int], bool]] = {
    "heading": lambda at: at < 2,
    "notice": lambda at: at != 1,
    "chip": lambda at: at == 0,
    "tag": lambda at: at > 0,
    "leads_to": lambda at: at == 1,
    **dict.fromkeys(("strong", "show", "reading", "sources", "empty", "joined"), lambda at: True),
}
"""Which arguments of `markup`'s functions a person reads, so that not even one small word may stand there."""
READ_KEYWORDS = {"label", "placeholder", "help", "title", "alt", "called", "caption"}


def _texts(node: ast.AST, above: Above) -> Iterator[tuple[ast.Constant, Above]]:
    """Every text of a module with what it stands in; not docstrings, not types."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "type_params"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                continue
            if isinstance(child, ast.Constant) and isinstance(child.value, str):
                yield child, [node, *above]
            elif isinstance(child, ast.AST):
                yield from _texts(child, [node, *above])


def _is_read(text: ast.Constant, above: Above) -> bool:
    """Whether it stands where only what a person reads can stand."""
    inside: ast.AST = text
    for one in above:
        if isinstance(one, ast.keyword):
            return one.arg in READ_KEYWORDS
        if isinstance(one, ast.Call):
            says = (
                SAYS.get(one.func.attr)
                if isinstance(one.func, ast.Attribute) and ast.unparse(one.func.value) == "markup"
                else None
            )
            return says is not None and inside in one.args and says(one.args.index(inside))
        if not isinstance(one, ast.JoinedStr | ast.IfExp | ast.BinOp | ast.BoolOp | ast.List):
            return False
        inside = one
    return False


def words_outside(source: str, module: str = "module") -> Iterator[tuple[int, str]]:
    """The lines of a module's texts that a person reads, and the texts."""
    tree = ast.parse(source)
    tree.name = module  # type: ignore[attr-defined]
    for text, above in _texts(tree, []):
        said = str(text.value)
        if len(re.findall(r"[^\W\d_]", said)) < 2:
            continue
        if any(allowed(said, above) for _, allowed in ALLOWED):
            continue
        if re.search(r"[A-Z ]", said) or _is_read(text, above):
            yield text.lineno, said


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(APP)))
def test_a_module_says_nothing_in_words_of_its_own(path: Path) -> None:
    found = [
        f"{path.relative_to(APP.parent.parent)}:{line}: {said!r}"
        for line, said in words_outside(path.read_text("utf-8"), path.relative_to(APP).with_suffix("").as_posix())
    ]
    assert not found, "these words belong into humsit/app/words/:\n" + "\n".join(found)


SCRIPTS = sorted(APP.glob("*.js"))
OF_PLOTLY = "Download plot"
"""What plotly calls the button that ours stand in for."""


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_says_nothing_in_words_of_its_own(path: Path) -> None:
    source = re.sub(r"//[^\n]*|/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    assert not [said for said in re.findall(r"[A-Z][a-z]+ [a-z]+[^'\"`\n]*(?=['\"`])", source) if said != OF_PLOTLY]


@pytest.mark.parametrize(
    "source",
    [
        'st.button("Save", key="save")',
        'st.text_input(words.NAME, placeholder="optional")',
        'st.column_config.Column("How many", help="people")',
        'left.metric(f"{n} more figures", n)',
        'markup.strong("nothing")',
        'markup.tag("p", "none" if empty else said)',
        'markup.notice(f"{name} cannot be read", "error")',
        'panels.lead_to("figures", f"All {n} figures")',
        '_TITLES = {"approve": "Approve"}',
        'def label(n):\n    """What it says."""\n    return f"and {n} more"',
        'chart.update_traces(hovertemplate="<b>%{x}</b> killed there<extra></extra>")',
        'raise HumsitError("This is no longer there.")',
    ],
)
def test_words_of_ones_own_are_found(source: str) -> None:
    assert list(words_outside(source))


@pytest.mark.parametrize(
    "source",
    [
        '"""What this module is for."""',
        'st.button(words.SAVE, key="Save it", type="primary", icon=":material/add:")',
        'markup.show(markup.tag("p", said), kind="hs-note hs-text")',
        'st.date_input(words.DAY, format="YYYY-MM-DD", key="day")',
        'get_logger(__name__).exception("a correction could not be saved")',
        'raise ValueError(f"{name!r} is no name of our own.")',
        'st.session_state["Words typed"] = typed',
        'Safe(f\'<a class="hs-leads" href="{address}">{safe(said)}</a>\')',
        'OPTIONS = {"displayModeBar": True}',
    ],
)
def test_what_nobody_reads_may_stand_anywhere(source: str) -> None:
    assert not list(words_outside(source))
