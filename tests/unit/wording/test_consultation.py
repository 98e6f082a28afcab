"""Why a question is asked."""

import pytest

from framesage.consultation.next_question import deciding_traits
from framesage.rulebase import load_rule_base
from framesage.wording.consultation import why_asked

BASE = load_rule_base()


@pytest.mark.parametrize("trait", deciding_traits(BASE), ids=lambda trait: trait.id)
def test_every_deciding_question_names_a_rule_and_a_claim(trait):
    because = " ".join(why_asked(trait, BASE))
    assert "counts for" in because
    assert "guidance G" in because
    assert any(rule in because for rule in BASE.guidance)
