from dataclasses import dataclass
@dataclass
class A:
    x: int
    y: int = 1
@dataclass
class B(A):
    z: int = 2
    y: int = 5
result = [B(1), B(1, 2, 3), isinstance(B(1), A), A(1) == B(1)]
