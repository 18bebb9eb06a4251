def f(x):
    match x:
        case (1):
            return 'one'
        case (a, ):
            return ('tuple', a)
        case (2 | 3) as n:
            return n
result = [f(1), f((5,)), f(3), f(9)]
