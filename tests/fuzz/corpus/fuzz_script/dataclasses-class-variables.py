from dataclasses import dataclass
from typing import ClassVar
@dataclass
class P:
    kind: ClassVar[str] = 'k'
    x: int = 0
result = [P(), P.kind]
