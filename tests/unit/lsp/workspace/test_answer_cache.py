"""An answer is made once for each assessment."""

from framesage.lsp.workspace.answer_cache import AnswerCache


def test_an_answer_is_made_once_until_there_is_another_assessment(assess_project):
    cache, made = AnswerCache(), []

    def make():
        made.append(len(made))
        return made[-1]

    first, second = assess_project("flask\n"), assess_project("flask\n")
    assert [cache.get(first, "key", make), cache.get(first, "key", make)] == [0, 0]
    assert cache.get(first, "another key", make) == 1
    assert cache.get(second, "key", make) == 2


def test_no_answer_is_an_answer(assess_project):
    cache, made, assessment = AnswerCache(), [], assess_project("flask\n")
    for _ in range(2):
        assert cache.get(assessment, "key", lambda: made.append(1)) is None
    assert made == [1]
