from collections import defaultdict
d = defaultdict(lambda: defaultdict(set))
d['a']['b'].add(1)
result = d['a']['b']
