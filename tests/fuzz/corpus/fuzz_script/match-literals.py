def f(x):
    match x:
        case 1:
            return 'one'
        case -2:
            return 'minus two'
        case 'a' 'b':
            return 'text'
        case None:
            return 'none'
        case True:
            return 'true'
        case 2.5:
            return 'float'
        case b'x':
            return 'bytes'
        case _:
            return 'other'
result = [f(v) for v in (1, -2, 'ab', None, True, False, 2.5, b'x', 1.0, [], 'a')]
