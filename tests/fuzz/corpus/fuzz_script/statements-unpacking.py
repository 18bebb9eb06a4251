a, b = 1, 2
(c, d) = [3, 4]
[e, f] = 'xy'
result = (a, b, c, d, e, f)
