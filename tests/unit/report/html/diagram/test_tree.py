"""The diagram as a tree: the same boxes and links as in columns, the conclusion first."""


def _ids(part):
    return {
        element.attributes["data-id"] for element in part.all() if "data-id" in element.attributes
    }


def test_the_tree_has_the_boxes_and_links_of_the_diagram(shop):
    figure = shop.one("figure")
    tree = figure.one("ul", class_="tree")
    assert _ids(tree) == _ids(figure.one("svg"))
    wires = [item.attributes["data-id"] for item in tree.all("li") if "data-id" in item.attributes]
    assert len(wires) == len(set(wires)) > 5


def test_the_favored_framework_is_on_top_and_its_evidence_below(shop):
    first, second = shop.one("ul", class_="tree").children
    goals = [part.children[0].text for part in (first, second)]
    assert goals[0].startswith("Django ")
    assert goals[0].endswith(" certainty")
    assert goals[1] == "Flask"
    login = next(
        item
        for item in first.all("li")
        if item.children[0].text.startswith("User accounts and login")
    )
    below = [box.text for box in login.one("ul").all("a", class_="line")]
    assert "flask-login line 2" in below


def test_the_text_of_the_tree_is_not_shortened(make_page):
    project = '[project]\nname = "x"\ndescription = "A web shop with a back office for staff"\n'
    page = make_page({"pyproject.toml": project, "requirements.txt": "flask\nflask-admin\n"})
    assert "'back office' in the description" in page.one("ul", class_="tree").text
    titles = [text.text for text in page.one("svg").all("text", class_="title")]
    assert not [title for title in titles if title.endswith("in the description")]
