from collections import namedtuple
namedtuple('P', 'x y')._fields
P = namedtuple('P', 'x y')
try:
    P(1)
except TypeError as e:
    result = str(e)
