match 5:
    case x if x > 10:
        result = 'large'
    case _:
        result = ('small', x)
