def f(x):
    match x:
        case [1, *_, 9]:
            return 'ends'
        case [*a, 5]:
            return a
        case (a, *b, c):
            return (a, b, c)
        case (*a,):
            return a
result = [f(v) for v in ([1, 9], [1, 2, 9], [1, 5], [2, 3, 4], [7], (8, 9), 3)]
