from dataclasses import dataclass
@dataclass
class P:
    x: int
P(1, y=2)
