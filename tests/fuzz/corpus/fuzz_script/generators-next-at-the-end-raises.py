def f():
    yield 1
g = f()
next(g)
next(g)
