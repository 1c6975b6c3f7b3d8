#!/usr/bin/env python3
"""The best assignment by SciPy: as many pairs as can be, then as many points.

    assign.py VALUES.json

Prints the pairs, the points and the seconds of two algorithms, without reading or making the table: the dense one, and
the sparse one where it has an answer.
"""

import json
import sys
import time

import numpy
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

values = numpy.array(json.load(open(sys.argv[1])), dtype=numpy.int64)
# One pair more is worth more than all points together.
more = int(values.max()) * min(values.shape) + 1
begin = time.perf_counter()
rows, columns = linear_sum_assignment(numpy.where(values > 0, values + more, 0), maximize=True)
dense = time.perf_counter() - begin
chosen = values[rows, columns]
result = {"pairs": int((chosen > 0).sum()), "points": int(chosen.sum()), "dense": dense, "sparse": None}
if result["pairs"] == values.shape[0]:
    # It wants everybody in a pair.
    graph = csr_array(numpy.where(values > 0, values, 0))
    begin = time.perf_counter()
    rows, columns = min_weight_full_bipartite_matching(graph, maximize=True)
    result["sparse"] = time.perf_counter() - begin
    assert int(values[rows, columns].sum()) == result["points"]
print(json.dumps(result))
