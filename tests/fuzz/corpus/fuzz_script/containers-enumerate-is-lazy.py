seen = []
def source():
    seen.append(1)
    return [1, 2]
e = enumerate(source())
result = (seen, next(e), list(e))
