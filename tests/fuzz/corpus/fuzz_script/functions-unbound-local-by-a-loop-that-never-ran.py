def f():
    for x in []:
        pass
    return x
f()
