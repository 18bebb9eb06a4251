from dataclasses import dataclass, asdict
@dataclass
class A:
    x: int
@dataclass
class B:
    a: A
    many: list
result = asdict(B(A(1), [A(2), {'k': A(3)}]))
