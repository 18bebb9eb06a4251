from collections import namedtuple
namedtuple('P', 'x _y')
