from collections import defaultdict
d = defaultdict(list)
d['a'].append(1)
d['b']
d['a'].append(2)
e = defaultdict(int, {'x': 5}, y=6)
e['x'] += 1
e['z'] += 1
result = [d, dict(d), repr(e), len(d), d == {'a': [1, 2], 'b': []}, 'q' in d, d.get('q'), isinstance(d, dict), type(d).__name__, d.default_factory, sorted(e), e.copy()]
