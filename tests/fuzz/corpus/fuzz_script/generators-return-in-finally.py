def f():
    try:
        yield 1
        raise ValueError
    finally:
        return
result = list(f())
