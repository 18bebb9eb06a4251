import enum
class A(enum.Enum):
    X = 1
    Y = 2
    def __lt__(self, other):
        return self.value < other.value
result = [A.X < A.Y, sorted([A.Y, A.X]), min(A)]
