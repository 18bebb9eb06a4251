def f(a, b=2, *, c=3):
    return (a, b, c)
result = (f(1), f(1, 5), f(1, c=9), f(b=1, a=0))
