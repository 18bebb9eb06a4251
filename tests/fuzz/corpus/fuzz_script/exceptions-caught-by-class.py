try:
    1 / 0
except ZeroDivisionError as e:
    result = (str(e), repr(e), e.args, type(e).__name__)
