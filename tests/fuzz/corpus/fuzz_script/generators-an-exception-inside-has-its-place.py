def f():
    yield 1
    undefined_name
list(f())
