def f(a: int, b: str = 'x', *args: int, **kw: str) -> None:
    return (a, b, args, kw)
result = f(1)
