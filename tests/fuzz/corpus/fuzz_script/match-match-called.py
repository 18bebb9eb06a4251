def match(x):
    return x
result = match((1, 2))
