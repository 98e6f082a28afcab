"""The order of boxes in columns, and their positions."""

from framesage.report.html.diagram.layering import GAP, arrange, place


def test_an_order_without_crossings_is_found():
    wires = [("a", "z"), ("b", "y"), ("c", "x"), ("x", "p"), ("y", "p"), ("z", "q")]
    columns = arrange([["a", "b", "c"], ["x", "y", "z"], ["p", "q"]], wires)
    rank = {box: at for column in columns for at, box in enumerate(column)}
    for a in wires:
        for b in wires:
            if (a[0] in "abc") == (b[0] in "abc"):
                assert (rank[a[0]] - rank[b[0]]) * (rank[a[1]] - rank[b[1]]) >= 0


def test_an_order_without_crossings_is_kept():
    columns = [["a", "b"], ["x", "y"]]
    assert arrange(columns, [("a", "x"), ("b", "y")]) == columns


def test_boxes_are_placed_beside_their_sources_if_there_is_room():
    heights = dict.fromkeys("abcx", 20.0) | {"y": 40.0}
    layout = place([["a", "b", "c"], ["x", "y"]], [("a", "x"), ("c", "y")], heights)
    assert layout.height == 3 * 20 + 2 * GAP
    assert layout.middles["x"] == layout.middles["a"] == 10
    assert layout.middles["y"] == layout.height - 20  # as far down as its height allows
