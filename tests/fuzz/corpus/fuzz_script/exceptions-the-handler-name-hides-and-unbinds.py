e = 'outer'
try:
    1 / 0
except ZeroDivisionError as e:
    pass
e
