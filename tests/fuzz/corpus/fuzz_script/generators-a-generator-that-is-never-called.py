def f():
    yield undefined
result = 'harmless'
