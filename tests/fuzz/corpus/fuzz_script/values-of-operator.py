from operator import *
import operator
for f in (
    lambda: itemgetter(1)([1, 2, 3]),
    lambda: itemgetter('a', 'b')({'a': 1, 'b': 2}),
    lambda: attrgetter('real')(5),
    lambda: attrgetter('real', 'imag')(5),
    lambda: methodcaller('split', ',')('a,b'),
    lambda: add(1, 2), sub(5, 2), mul(2, 3), truediv(1, 2), floordiv(7, 2), mod(7, 4), pow(2, 3),
    lambda: eq(1, 1), ne(1, 1), lt(1, 2), le(1, 1), gt(1, 2), ge(2, 1),
    lambda: and_(6, 3), or_(6, 3), xor(6, 3), invert(5), neg(5), not_(0), truth([]),
    lambda: contains([1, 2], 2), concat([1], [2]), getitem([1, 2], 0),
    lambda: sorted([{'a': 2}, {'a': 1}], key=itemgetter('a')),
    lambda: is_(None, None), is_not(None, 1), index(5), countOf([1, 2, 1], 1), indexOf([1, 2], 2),
):
    try:
        print(f())
    except Exception as e:
        print(e)
