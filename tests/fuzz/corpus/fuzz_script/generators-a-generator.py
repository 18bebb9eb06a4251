def f():
    yield 1
    yield 2
result = list(f())
