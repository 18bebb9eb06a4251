from enum import StrEnum, auto
class S(StrEnum):
    A = auto()
    Bc = auto()
    D = 'x'
result = [S.A, str(S.A), f'{S.Bc}', S.A.value, S.Bc == 'bc', S('x'), repr(S.D), [s.value for s in S], '-'.join(S)]
