from functools import *
import functools
for f in (
    lambda: reduce(lambda a, b: a + b, [1, 2, 3]),
    lambda: reduce(lambda a, b: a + b, [], 5),
    lambda: reduce(lambda a, b: a + b, []),
    lambda: reduce(lambda a, b: a + [b], 'ab', []),
    lambda: partial(int, base=2)('101'),
    lambda: partial(pow, 2)(5),
    lambda: partial(print).func is print,
    lambda: partial(partial(pow, 2), 3)(),
    lambda: partial(5),
    lambda: sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)),
    lambda: lru_cache(lambda x: x + 1)(1),
    lambda: cache(len)('abc'),
):
    try:
        print(f())
    except Exception as e:
        print(e)
