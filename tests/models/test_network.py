from math import inf, isnan
from statistics import correlation
from time import perf_counter

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_graphs import chain, complete, graphs, star

from reiswijzer.models import network
from reiswijzer.models.cascade import SEVEN_ORGANISATIONS as SEVEN
from reiswijzer.models.network import Graph

PER_NODE = (network.degree_centrality, network.betweenness, network.closeness, network.constraint)
PER_GRAPH = (network.density, network.degree_centralisation, network.betweenness_centralisation)


def as_networkx(graph):
    reference = nx.Graph()
    reference.add_nodes_from(graph.nodes)
    reference.add_edges_from(map(tuple, graph.ties))
    return reference


def rounded(values):
    return {node: value if value is None else round(value, 3) for node, value in values.items()}


def test_seven_organisations():
    assert round(network.density(SEVEN), 3) == 0.381
    assert round(network.degree_centralisation(SEVEN), 3) == 0.167
    assert round(network.betweenness_centralisation(SEVEN), 3) == 0.456
    assert rounded(network.betweenness(SEVEN)) == {
        **dict.fromkeys(SEVEN.nodes, 0.0),
        "corp": 0.6,
        "zorg": 0.533,
        "gem": 0.333,
    }
    assert rounded(network.constraint(SEVEN)) == {
        "corp": 0.559,
        "gem": 0.559,
        "zorg": 0.611,
        "pol": 0.889,
        "ggz": 1.007,
        "welz": 1.007,
        "schuld": 1.0,
    }
    assert set(network.articulation_points(SEVEN)) == {"corp", "zorg", "gem"}


def test_degree_is_not_dependence():
    same = [node for node, share in network.degree_centrality(SEVEN).items() if share == 3 / 6]
    assert same == ["corp", "gem", "zorg"]
    assert len({round(network.betweenness(SEVEN)[node], 3) for node in same}) == 3


def test_seven_organisations_with_one_tie_more():
    wider = SEVEN.with_tie("schuld", "welz")
    assert round(network.betweenness_centralisation(wider), 3) == 0.144
    assert round(network.betweenness(wider)["corp"], 3) == 0.267


def test_star_of_eight():
    graph = star(8)
    assert network.density(graph) == 0.25
    assert network.degree_centralisation(graph) == 1
    assert network.betweenness_centralisation(graph) == pytest.approx(1)
    assert round(network.constraint(graph)["n0"], 3) == 0.143
    assert network.articulation_points(graph) == ("n0",)
    assert network.core_periphery(graph, ["n0"]) == pytest.approx(1)


def test_three_are_enough_to_have_one_in_the_middle():
    assert network.degree_centralisation(star(3)) == 1
    assert network.degree_centralisation(complete(3)) == 0


def test_complete_graph_of_seven():
    graph = complete(7)
    assert network.density(graph) == 1
    assert network.degree_centralisation(graph) == 0
    assert network.betweenness_centralisation(graph) == 0
    assert set(rounded(network.constraint(graph)).values()) == {0.56}
    assert network.articulation_points(graph) == ()


@pytest.mark.parametrize("size", [0, 1, 2])
@pytest.mark.parametrize("tied", [False, True])
def test_nothing_breaks_when_there_is_hardly_a_network(size, tied):
    graph = complete(size) if tied else Graph.of(complete(size).nodes)
    lone_tie = tied and size == 2
    assert network.density(graph) == (1 if lone_tie else 0)
    assert network.degree_centralisation(graph) == network.betweenness_centralisation(graph) == 0
    assert set(network.betweenness(graph).values()) <= {0.0}
    assert set(network.closeness(graph).values()) <= {1.0 if lone_tie else 0.0}
    assert set(network.degree_centrality(graph).values()) <= {1.0 if lone_tie else 0.0}
    assert set(network.constraint(graph).values()) <= {1.0 if lone_tie else None}
    assert network.articulation_points(graph) == ()
    assert network.core_periphery(graph, graph.nodes[:1]) is None


def test_a_network_in_two_parts():
    graph = Graph.of("abcde", [("a", "b"), ("b", "c"), ("d", "e")])
    assert network.components(graph) == (("a", "b", "c"), ("d", "e"))
    assert network.betweenness(graph) == pytest.approx({"a": 0, "b": 1 / 6, "c": 0, "d": 0, "e": 0})
    assert network.closeness(graph) == pytest.approx({"a": 1 / 3, "b": 1 / 2, "c": 1 / 3, "d": 1 / 4, "e": 1 / 4})
    assert network.articulation_points(graph) == ("b",)


@given(graphs())
def test_measures_agree_with_networkx(graph):
    reference = as_networkx(graph)
    assert network.density(graph) == pytest.approx(nx.density(reference))
    assert network.betweenness(graph) == pytest.approx(nx.betweenness_centrality(reference))
    assert network.closeness(graph) == pytest.approx(nx.closeness_centrality(reference))
    assert set(network.articulation_points(graph)) == set(nx.articulation_points(reference))
    if len(graph.nodes) > 1:
        assert network.degree_centrality(graph) == pytest.approx(nx.degree_centrality(reference))
    theirs = nx.constraint(reference)
    for node, ours in network.constraint(graph).items():
        assert isnan(theirs[node]) if ours is None else ours == pytest.approx(theirs[node])


@given(graphs(min_nodes=1), st.randoms(use_true_random=False))
def test_names_and_order_do_not_matter(graph, rng):
    names = [f"m{index}" for index in range(len(graph.nodes))]
    rng.shuffle(names)
    renamed = dict(zip(graph.nodes, names, strict=True))
    order = list(names)
    rng.shuffle(order)
    other = Graph.of(order, ((renamed[a], renamed[b]) for a, b in graph.ties))
    for measure in PER_GRAPH:
        assert measure(other) == pytest.approx(measure(graph))
    for measure in PER_NODE:
        theirs = measure(other)
        for node, value in measure(graph).items():
            assert theirs[renamed[node]] == (value if value is None else pytest.approx(value))
    assert set(network.articulation_points(other)) == {renamed[node] for node in network.articulation_points(graph)}


@given(graphs())
def test_measures_stay_in_their_range(graph):
    for measure in PER_GRAPH:
        assert -1e-12 <= measure(graph) <= 1 + 1e-12
    for measure in (network.degree_centrality, network.betweenness, network.closeness):
        assert tuple(measure(graph)) == graph.nodes
        assert all(-1e-12 <= value <= 1 + 1e-12 for value in measure(graph).values())
    for node, value in network.constraint(graph).items():
        assert (value is None) == (graph.degree(node) == 0)
        assert (value if value is not None else inf) > 0


@given(graphs(min_nodes=2), st.data())
def test_core_periphery_is_the_plain_correlation_over_pairs(graph, data):
    core = data.draw(st.sets(st.sampled_from(graph.nodes)))
    pairs = [(a, b) for a in graph.nodes for b in graph.nodes if a < b]
    tied = [int(graph.has_tie(a, b)) for a, b in pairs]
    ideal = [int(a in core or b in core) for a, b in pairs]
    fit = network.core_periphery(graph, core)
    if len(set(tied)) == 1 or len(set(ideal)) == 1:
        assert fit is None
    else:
        assert fit == pytest.approx(correlation(tied, ideal))


def test_core_periphery_knows_its_nodes():
    with pytest.raises(ValueError, match="unknown node in the core: x"):
        network.core_periphery(SEVEN, ["corp", "x"])


def test_a_chain_longer_than_the_recursion_limit():
    assert network.articulation_points(chain(5000)) == chain(5000).nodes[1:-1]


@pytest.mark.parametrize("measure", [*PER_NODE, *PER_GRAPH, network.articulation_points, network.components])
def test_two_hundred_nodes_are_quick(measure):
    # Each takes 1 to 40 ms on one quiet core; the bound leaves room for a busy one, not for another order of growth.
    reference = nx.gnp_random_graph(200, 0.1, seed=1)
    graph = Graph.of(map(str, reference.nodes), ((str(a), str(b)) for a, b in reference.edges))
    start = perf_counter()
    measure(graph)
    assert perf_counter() - start < 1
