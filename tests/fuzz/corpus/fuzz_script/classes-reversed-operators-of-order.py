class V:
    def __init__(self, n):
        self.n = n
    def __gt__(self, other):
        return ('gt', self.n, other)
result = (V(1) > 2, 2 < V(1))
