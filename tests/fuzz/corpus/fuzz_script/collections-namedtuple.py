from collections import namedtuple
P = namedtuple('P', 'x y')
p = P(1, y=2)
q = p._replace(x=5)
a, b = p
result = [p, p.x, p[1], q, a + b, p == (1, 2), p < q, P._fields, p._asdict(), P._make([3, 4]), isinstance(p, tuple), isinstance(p, P), len(p), list(p), P.__name__, {p: 1}[(1, 2)], p + (3,), hash(p) == hash((1, 2)), type(p) is P, '%s-%s' % p, str(p)]
