calls = []
def key():
    calls.append(1)
    return 'k'
d = {'k': 1}
d[key()] += 1
result = (d, calls)
