from itertools import *
import itertools
for f in (
    lambda: list(chain([1, 2], 'ab', ())),
    lambda: list(chain()),
    lambda: list(islice(count(5, 2), 3)),
    lambda: list(islice('abcdef', 2, 4)),
    lambda: list(islice('abcdef', 0, None)),
    lambda: list(islice(cycle('ab'), 5)),
    lambda: list(islice(repeat(1), 2)),
    lambda: list(accumulate([1, 2, 3], lambda a, b: a * b)),
    lambda: list(accumulate([])),
    lambda: list(dropwhile(lambda x: x < 2, [1, 2, 1])),
    lambda: list(filterfalse(lambda x: x % 2, range(5))),
    lambda: list(starmap(pow, [(2, 3), (3, 2)])),
    lambda: list(zip_longest('ab', [1, 2, 3])),
    lambda: list(product('ab', [1, 2])),
    lambda: list(product()),
    lambda: list(permutations('abc', 2)),
    lambda: list(combinations('abcd', 2)),
    lambda: list(combinations([1, 2], 0)),
    lambda: [(k, list(g)) for k, g in groupby('aabbbc')],
    lambda: list(pairwise([1, 2, 3])),
    lambda: list(batched('abcde', 2)),
    lambda: next(chain([7])),
):
    try:
        print(f())
    except Exception as e:
        print(e)
