from enum import Enum
class Base(str, Enum):
    def __str__(self):
        return self.value
    @classmethod
    def values(cls):
        return [m.value for m in cls]
class Kind(Base):
    A = 'a'
    B = 'b'
result = [str(Kind.A), Kind.values(), isinstance(Kind.A, Base), Kind.A == 'a', Kind('b')]
