"""The network view without a browser: what it asks of Python, what it refuses, what it sends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.widgets.network import WORDS, Network


def action(ident, needs, *, tied=None):
    return {"id": ident, "label": ident, "needs": needs, "tied": tied, "shows": "", "open": True}


@pytest.fixture
def network():
    made = Network(dict.fromkeys(WORDS, "woord"))
    made.nodes = [{"id": ident, "label": ident, "name": ident, "x": 0, "y": 0, "state": "not"} for ident in "abc"]
    made.actions = [action("leg", 2, tied=False), action("begin", 1)]
    made.heard = []
    made.on_ask(lambda kind, nodes: made.heard.append((kind, nodes)))
    return made


def send(network, content):
    """What the page does with `model.send`."""
    network._handle_custom_msg(content, [])


def test_a_missing_word_is_told_by_name():
    with pytest.raises(ValueError, match="lacks words: pause, two"):
        Network({word: "woord" for word in WORDS if word not in {"pause", "two"}})


def test_a_request_reaches_python_and_is_counted(network):
    send(network, {"action": "leg", "nodes": ["a", "c"]})
    send(network, {"action": "begin", "nodes": ["b"]})
    assert network.heard == [("leg", ("a", "c")), ("begin", ("b",))]
    assert network.answered == 2


@pytest.mark.parametrize(
    "content",
    [
        {"action": "leg", "nodes": ["a"]},
        {"action": "leg", "nodes": ["a", "a"]},
        {"action": "leg", "nodes": ["a", "z"]},
        {"action": "begin", "nodes": ["a", "b"]},
        {"action": "weg", "nodes": ["a"]},
        {"action": ["leg"], "nodes": ["a", "b"]},
        {"action": "leg", "nodes": [["a"], {}]},
        {"action": "leg", "nodes": "ab"},
        {},
        "leg",
        None,
    ],
)
def test_what_no_button_offers_is_passed_over_but_counted(network, content):
    send(network, content)
    assert network.heard == []
    assert network.answered == 1


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["a", "b", "leg", "begin"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["action", "nodes"]), inner),
    max_leaves=6,
)


@given(st.lists(ANY, max_size=5))
def test_nothing_that_is_sent_breaks_it(contents):
    network = Network(dict.fromkeys(WORDS, "woord"))
    network.nodes = [{"id": ident, "label": ident, "name": ident, "x": 0, "y": 0, "state": "not"} for ident in "ab"]
    network.actions = [action("leg", 2), action("begin", 1)]
    heard = []
    network.on_ask(lambda kind, nodes: heard.append((kind, nodes)))
    for content in contents:
        send(network, content)
    assert network.answered == len(contents)
    assert all({"leg": 2, "begin": 1}[kind] == len(set(nodes)) for kind, nodes in heard)


def test_a_request_that_fails_is_counted_too(network):
    def fail(kind, nodes):
        raise LookupError(kind, nodes)

    network.on_ask(fail)
    with pytest.raises(LookupError):
        network.ask("begin", "a")
    assert network.answered == 1


def test_a_change_of_several_traits_is_one_message(network, monkeypatch):
    sent = []
    monkeypatch.setattr(network, "send_state", lambda key=None: sent.append(set(key)))
    network.show(shown=1, chosen=["a"], title="Netwerk")
    assert sent == [{"shown", "chosen", "title"}]


def test_the_view_is_one_plain_module_without_imports_and_without_words():
    assert "import " not in Network._esm.replace("@param {import", "")
    assert "innerHTML" not in Network._esm
