"""Text that is not markup is escaped, in content and in attributes."""

from framesage.report.html.markup import Markup, join, tag


def test_text_is_escaped_and_markup_is_not():
    assert tag("p", "a < b & c", tag("b", "x")) == "<p>a &lt; b &amp; c<b>x</b></p>"
    assert join(["<", Markup("<br>")], between=", ") == "&lt;, <br>"


def test_attributes_are_escaped_and_have_python_names():
    made = tag("a", class_="x", aria_label='say "yes"', href="?a=1&b='2'", id=None)
    assert (
        made == '<a class="x" aria-label="say &quot;yes&quot;" href="?a=1&amp;b=&#x27;2&#x27;"></a>'
    )


def test_numbers_are_short_and_void_elements_are_not_closed():
    assert tag("meta", content=1.5) == '<meta content="1.5">'
    assert tag("rect", x=3.0, y=2) == '<rect x="3" y="2"></rect>'


def test_none_is_omitted():
    assert tag("p", None, "x", None) == "<p>x</p>"
