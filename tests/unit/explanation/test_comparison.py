"""The differences between the frameworks that matter to a project."""

from framesage.explanation.comparison import comparison_rows


def test_a_difference_matters_through_traits_and_favors_what_guidance_favors(assess_project):
    rows = {
        row.difference.topic: row for row in comparison_rows(assess_project("flask\nflask-admin\n"))
    }
    assert [found.trait.id for found in rows["Admin site"].traits] == ["needs-admin"]
    assert rows["Admin site"].favors == {"django"}
    assert rows["Community"].traits == ()
    assert rows["Community"].favors == frozenset()


def test_a_difference_favors_nothing_through_traits_that_a_rule_excludes(assess_project):
    api = assess_project("django\ndjangorestframework\npsycopg\n")
    rows = {row.difference.topic: row for row in comparison_rows(api)}
    assert [found.trait.id for found in rows["Accounts"].traits] == ["needs-auth"]
    assert rows["Accounts"].favors == frozenset()
    assert rows["Suits"].favors == {"flask"}
