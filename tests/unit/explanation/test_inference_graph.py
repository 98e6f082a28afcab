"""The inference as a graph: everything that the verdict rests on, and nothing else."""

from framesage.explanation.inference_graph import inference_graph
from framesage.rulebase.symbols import favors, trait


def test_lines_lead_to_traits_and_traits_to_frameworks(assess_project):
    graph = inference_graph(assess_project("flask\nflask-login\nstripe\nnumpy\n"))
    links = {(one.source, one.target) for one in graph.links}
    assert ("package:flask-login", trait("needs-auth")) in links
    assert (trait("needs-auth"), favors("django")) in links
    assert (trait("takes-payments"), trait("security-critical")) in links
    assert "package:numpy" not in {one.id for one in graph.observations}
    assert "takes-payments" in graph.traits


def test_every_end_of_a_link_is_there(assess_project):
    assessment = assess_project("django\ndjangorestframework\ndjango-allauth\nsqlalchemy\n")
    graph = inference_graph(assessment)
    known = {one.id for one in graph.observations} | set(map(trait, graph.traits))
    known |= set(map(favors, assessment.rule_base.frameworks))
    assert {end for one in graph.links for end in (one.source, one.target)} <= known
    assert all(one.weight > 0 for one in graph.links)


def test_a_package_in_several_files_is_one_fact_with_several_locations(assess_project):
    pyproject = '[project]\nname = "x"\ndependencies = ["flask-login"]\n'
    graph = inference_graph(assess_project("flask-login\n", pyproject__toml=pyproject))
    (fact,) = [one for one in graph.observations if one.id == "package:flask-login"]
    names = sorted(location.path.name for location in fact.locations)
    assert names == ["pyproject.toml", "requirements.txt"]


def test_what_is_declared_rests_on_the_settings_alone(assess_project):
    settings = "[traits]\nneeds-auth = false\nneeds-admin = true\n"
    graph = inference_graph(assess_project("flask\nflask-admin\n", framesage__toml=settings))
    (link,) = [one for one in graph.links if one.target == trait("needs-admin")]
    (fact,) = [one for one in graph.observations if one.id == link.source]
    assert fact.locations[0].text == "needs-admin"
    assert not link.against


def test_without_a_verdict_the_traits_found_are_told(assess_project):
    graph = inference_graph(assess_project("fastapi\n"))
    assert "serves-api" in graph.traits
    assert not [one for one in graph.links if one.target.startswith(favors(""))]
