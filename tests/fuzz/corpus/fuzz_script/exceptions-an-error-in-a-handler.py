try:
    try:
        1 / 0
    except ZeroDivisionError:
        int('x')
except ValueError as e:
    result = (str(e), repr(e.__context__))
