a, b = {1, 2, 3}, {2, 3, 4}
result = (sorted(a.union(b, [9])), sorted(a.intersection(b)), sorted(a.difference([1])), sorted(a.symmetric_difference(b)),
    a.issubset({1, 2, 3, 4}), a.issuperset([1]), a.isdisjoint([7]), {1} <= a, a >= b)
