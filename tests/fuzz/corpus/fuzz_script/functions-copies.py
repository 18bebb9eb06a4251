import copy
class A:
    def __init__(self):
        self.items = [1]
a = A()
b = copy.copy(a)
c = copy.deepcopy(a)
a.items.append(2)
shared = [1]
d = copy.deepcopy([shared, shared])
d[0].append(5)
loop = []
loop.append(loop)
e = copy.deepcopy(loop)
result = [b.items, c.items, d, e[0] is e, e is loop]
