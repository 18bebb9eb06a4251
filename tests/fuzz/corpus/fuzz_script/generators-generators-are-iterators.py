def f():
    yield 1
g = f()
result = iter(g) is g
