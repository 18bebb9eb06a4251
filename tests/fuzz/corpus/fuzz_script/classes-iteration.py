class R:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return iter(range(self.n))
result = (list(R(3)), [x for x in R(2)], sum(R(4)), 2 in R(3), tuple(R(1)))
