d = e = {'a': 1}
d |= {'b': 2}
result = (d, e)
