from dataclasses import FrozenInstanceError

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_graphs import graphs

from reiswijzer.models.graph import Graph, components


def test_a_tie_given_twice_or_in_both_directions_is_one_tie():
    graph = Graph.of("ab", [("a", "b"), ("b", "a"), ("a", "b")])
    assert graph.ties == {frozenset("ab")}


def test_neighbours_come_in_the_order_of_the_nodes():
    graph = Graph.of("dabc", [("a", "c"), ("a", "d"), ("b", "a")])
    assert graph.neighbours("a") == ("d", "b", "c")
    assert graph.degree("a") == 3


@pytest.mark.parametrize(
    ("nodes", "pairs", "message"),
    [
        (("a", "a"), (), "more than once: a"),
        (("a", ""), (), "empty id"),
        (("a", "b"), (("a", "a"),), "two different nodes"),
        (("a", "b"), (("a", "c"),), "unknown node: c"),
        (("a", "b", "c"), (("a", "b", "c"),), "two different nodes"),
    ],
)
def test_what_is_not_a_graph_is_refused(nodes, pairs, message):
    with pytest.raises(ValueError, match=message):
        Graph.of(nodes, pairs)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda graph: graph.with_tie("a", "b"), "already tied"),
        (lambda graph: graph.with_tie("a", "a"), "two different nodes"),
        (lambda graph: graph.with_tie("a", "x"), "unknown node: 'x'"),
        (lambda graph: graph.without_tie("a", "c"), "not tied"),
        (lambda graph: graph.without_tie("x", "c"), "unknown node: 'x'"),
        (lambda graph: graph.without_node("x"), "unknown node: 'x'"),
        (lambda graph: graph.neighbours("x"), "unknown node: 'x'"),
        (lambda graph: graph.degree("x"), "unknown node: 'x'"),
    ],
)
def test_an_impossible_question_says_what_was_wrong(call, message):
    with pytest.raises(ValueError, match=message):
        call(Graph.of("abc", [("a", "b")]))


def test_a_graph_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        Graph.of("ab").nodes = ("a",)


@given(graphs(min_nodes=2), st.data())
def test_cutting_what_was_tied_gives_the_same_graph_back(graph, data):
    a, b = data.draw(st.sampled_from([(a, b) for a in graph.nodes for b in graph.nodes if a < b]))
    if graph.has_tie(a, b):
        assert graph.without_tie(a, b).with_tie(b, a) == graph
    else:
        assert graph.with_tie(a, b).without_tie(b, a) == graph


@given(graphs(min_nodes=1), st.data())
def test_who_leaves_takes_along_only_own_ties(graph, data):
    node = data.draw(st.sampled_from(graph.nodes))
    left = graph.without_node(node)
    assert node not in left.nodes
    assert len(graph.ties) - len(left.ties) == graph.degree(node)
    assert left.ties <= graph.ties


@given(graphs())
def test_components_agree_with_networkx(graph):
    reference = nx.Graph(map(tuple, graph.ties))
    reference.add_nodes_from(graph.nodes)
    assert {frozenset(part) for part in components(graph)} == set(map(frozenset, nx.connected_components(reference)))
    assert sum(map(len, components(graph))) == len(graph.nodes)


def test_components_keep_the_order_of_the_nodes():
    assert components(Graph.of("cabde", [("a", "d"), ("b", "c")])) == (("c", "b"), ("a", "d"), ("e",))
    assert components(Graph.of("")) == ()
