x = 0
def f():
    x = 1
    def g():
        global x
        x = 2
    g()
    return x
result = (f(), x)
