def f(x):
    match x:
        case bool():
            return 'bool'
        case int(n):
            return ('int', n)
        case str() as s:
            return ('str', s)
        case float(1.5):
            return 'one and a half'
        case list([a, b]):
            return ('list', a, b)
        case dict():
            return 'dict'
        case _:
            return 'other'
result = [f(v) for v in (True, 5, 'x', 1.5, 2.5, [1, 2], [1], {}, None)]
