try:
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            int('x')
        except ValueError:
            pass
        raise
except Exception as e:
    result = type(e).__name__
