class A:
    pass
a = A()
a.x = a.y = 1
a.x += 5
result = (a.x, a.y)
