from collections import namedtuple
namedtuple('P', 'x')(1).y
