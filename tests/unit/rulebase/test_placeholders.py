import pytest

from framesage.rulebase.placeholders import fill, placeholder_errors

VALUES = {"count": "3", "package": "{total}", "total": "{{9}}"}


@pytest.mark.parametrize(
    ("message", "filled"),
    [
        ("none", "none"),
        ("{count} of {total}", "3 of {{9}}"),
        ("a value with a brace is text: {package}", "a value with a brace is text: {total}"),
        ("write {{{{ x }}}} or {{count}}", "write {{ x }} or {count}"),
        ("{{{count}}}", "{3}"),
    ],
)
def test_names_in_braces_are_replaced(message, filled):
    assert placeholder_errors(message) == []
    assert fill(message, VALUES.__getitem__) == filled


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ("{count:>2000000000}", "write {count} without a format"),
        ("{count!r}", "write {count} without a format"),
        ("{count:{total}}", "for a single { write {{"),
        ("{count.a}", "unknown placeholder 'count.a'"),
        ("{0}", "unknown placeholder '0'"),
        ("a } b", "for a single } write }}"),
    ],
)
def test_anything_else_in_braces_is_a_mistake(message, problem):
    (error,) = placeholder_errors(message)
    assert problem in error


def test_each_unknown_name_is_told():
    assert len(placeholder_errors("{one} {two} {one}")) == 2
