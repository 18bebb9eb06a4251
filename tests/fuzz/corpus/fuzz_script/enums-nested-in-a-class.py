import enum
class Outer:
    class Inner(enum.Enum):
        A = 1
result = [Outer.Inner.A.value, Outer.Inner(1).name]
