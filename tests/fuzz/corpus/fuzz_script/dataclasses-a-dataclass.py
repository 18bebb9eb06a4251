from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass
@dataclass
class P:
    x: int
    y: str = 'd'
    z: list = field(default_factory=list)
a = P(1)
a.z.append(2)
b = P(1, y='e')
result = [a, b, a == b, a == P(1, 'd', [2]), a.x, asdict(a), astuple(b), replace(a, x=9), [f.name for f in fields(P)], is_dataclass(P), is_dataclass(5), P.y, P.__match_args__]
