"""The figures of a load are those of wrk: what failed is counted, and a run without figures is no success."""

import pytest

import load

SAID = """Running 10s test @ http://127.0.0.1:1
  5 requests in 10.00s
{"requests": 1000, "bytes": 50000000, "seconds": 10.0, "refused": 1, "broken": 2, "late": 3, "status": 4,
"""
LINE = SAID.splitlines()[-1] + ' "p50": 4.0, "p95": 9.0, "p99": 20.0, "max": 31.0}'


def test_what_wrk_says_becomes_a_row():
    figures = {**load.read(f"{SAID.splitlines()[0]}\n{LINE}\n"), "cores": 0.5, "memory": 8.0}
    assert load.failed(figures) == 10
    assert load.row("no pauses", figures, 5) == "| no pauses | 100 | 20 | 5 | 4 | 9 | 20 | 31 | 10 | 0.50 | 8 |"


def test_a_run_without_figures_is_told():
    with pytest.raises(ValueError, match="unable to connect"):
        load.read("unable to connect to 127.0.0.1:1 Connection refused\n")
