"""Hypothesis strategies for the networks that the model tests compute on."""

from itertools import combinations, pairwise

from hypothesis import strategies as st

from reiswijzer.models.graph import Graph


@st.composite
def graphs(draw, min_nodes=0, max_nodes=9):
    """Any graph of this size: empty, without ties, in parts, complete."""
    ids = tuple(f"n{index}" for index in range(draw(st.integers(min_nodes, max_nodes))))
    pairs = list(combinations(ids, 2))
    chosen = draw(st.lists(st.booleans(), min_size=len(pairs), max_size=len(pairs)))
    return Graph.of(ids, (pair for pair, tied in zip(pairs, chosen, strict=True) if tied))


def star(size):
    """A hub, `n0`, and the others tied to it alone."""
    ids = [f"n{index}" for index in range(size)]
    return Graph.of(ids, [("n0", other) for other in ids[1:]])


def complete(size):
    """Everyone tied to everyone."""
    ids = [f"n{index}" for index in range(size)]
    return Graph.of(ids, combinations(ids, 2))


def chain(size):
    """Everyone tied to the next."""
    ids = [f"n{index}" for index in range(size)]
    return Graph.of(ids, pairwise(ids))
