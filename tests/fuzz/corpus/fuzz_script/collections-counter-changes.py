from collections import Counter
c = Counter('ab')
c.update('bc')
c.subtract({'a': 3})
c['z'] += 1
del c['b']
result = [c, c.copy(), dict(c)]
