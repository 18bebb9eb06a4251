from collections import OrderedDict
d = OrderedDict([('b', 1), ('a', 2)])
d['c'] = 3
d.move_to_end('b')
first = d.popitem(last=False)
d.move_to_end('b', last=False)
result = [d, first, list(d), d == {'c': 3, 'b': 1}, d == OrderedDict([('c', 3), ('b', 1)]), d == OrderedDict([('b', 1), ('c', 3)]), OrderedDict(), OrderedDict(x=1), d.copy(), isinstance(d, dict)]
