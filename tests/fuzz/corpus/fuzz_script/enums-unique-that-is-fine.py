import enum
@enum.unique
class A(enum.Enum):
    X = 1
    Y = 2
result = list(A)
