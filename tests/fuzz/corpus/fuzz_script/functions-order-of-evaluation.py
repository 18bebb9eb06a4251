log = []
def f(x):
    log.append(x)
    return x
{f(1): f(2), f(3): f(4)}
f(5) + f(6) * f(7)
[f(8), f(9)]
f(10) if f(11) else f(12)
(lambda *a, **k: 0)(f(13), *[f(14)], k=f(15))
result = log
