def f():
    try:
        yield 1
    except KeyError:
        yield 'key'
g = f()
next(g)
result = g.throw(KeyError)
