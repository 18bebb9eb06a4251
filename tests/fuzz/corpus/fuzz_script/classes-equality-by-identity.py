class A: pass
a = A()
result = (a == a, a == A(), a in [a], {a: 1}[a])
