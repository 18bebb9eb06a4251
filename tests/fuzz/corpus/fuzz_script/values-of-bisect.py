from bisect import *
import bisect
for f in (
    lambda: bisect_left([1, 2, 2, 3], 2), bisect_right([], 1),
    lambda: bisect_left([1, 3, 5], 4, 0, 2), bisect_right([{'a': 1}, {'a': 3}], 2, key=lambda d: d['a']),
):
    try:
        print(f())
    except Exception as e:
        print(e)
