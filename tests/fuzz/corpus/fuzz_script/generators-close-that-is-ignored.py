def f():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass
g = f()
next(g)
g.close()
