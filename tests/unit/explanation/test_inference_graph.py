"""The inference graph: everything that the verdict is based on, and nothing else."""

from framesage.explanation.inference_graph import inference_graph
from framesage.rulebase.symbols import favors, trait


def test_observations_support_traits_and_traits_favor_frameworks(assess_project):
    graph = inference_graph(assess_project("flask\nflask-login\nstripe\nplaid-python\nnumpy\n"))
    links = {(link.source, link.target) for link in graph.links}
    assert ("package:flask-login", trait("needs-auth")) in links
    assert (trait("needs-auth"), favors("django")) in links
    assert (trait("takes-payments"), trait("security-critical")) in links
    assert "package:numpy" not in {observation.id for observation in graph.observations}
    assert "takes-payments" in graph.traits


def test_both_ends_of_every_link_exist(assess_project):
    assessment = assess_project("django\ndjangorestframework\ndjango-allauth\nsqlalchemy\n")
    graph = inference_graph(assessment)
    known = {observation.id for observation in graph.observations} | set(map(trait, graph.traits))
    known |= set(map(favors, assessment.rule_base.frameworks))
    assert {end for link in graph.links for end in (link.source, link.target)} <= known
    assert all(link.weight > 0 for link in graph.links)


def test_a_package_in_several_files_is_one_observation(assess_project):
    pyproject = '[project]\nname = "x"\ndependencies = ["flask-login"]\n'
    graph = inference_graph(assess_project("flask-login\n", pyproject__toml=pyproject))
    (fact,) = [
        observation for observation in graph.observations if observation.id == "package:flask-login"
    ]
    names = sorted(location.path.name for location in fact.locations)
    assert names == ["pyproject.toml", "requirements.txt"]


def test_a_declared_trait_is_based_on_the_settings_alone(assess_project):
    settings = "[traits]\nneeds-auth = false\nneeds-admin = true\n"
    graph = inference_graph(assess_project("flask\nflask-admin\n", framesage__toml=settings))
    (link,) = [link for link in graph.links if link.target == trait("needs-admin")]
    (fact,) = [observation for observation in graph.observations if observation.id == link.source]
    assert fact.locations[0].text == "needs-admin"
    assert not link.against


def test_without_a_verdict_the_graph_has_the_main_traits(assess_project):
    graph = inference_graph(assess_project("fastapi\n"))
    assert "serves-api" in graph.traits
    assert not [link for link in graph.links if link.target.startswith(favors(""))]
