from typing import NamedTuple
class Row(NamedTuple):
    name: str
    count: int
rows = [Row('a', 2), Row('b', 1)]
result = [[n for n, c in rows], sorted(rows, key=lambda r: r.count), dict(rows), max(rows)]
