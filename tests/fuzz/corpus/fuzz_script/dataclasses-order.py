from dataclasses import dataclass
@dataclass(order=True)
class P:
    x: int
    y: int = 0
result = [P(1) < P(2), sorted([P(2), P(1, 5), P(1)]), max(P(1), P(3)), P(1) >= P(1)]
