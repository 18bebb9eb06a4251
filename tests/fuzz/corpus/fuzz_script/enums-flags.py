from enum import Flag, auto
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
result = [P.R, P.R | P.X, P.RW, P.R in P.RW, P.X in P.RW, list(P), [p.name for p in P.RW], bool(P.R & P.W), P.R & P.W, ~P.R, P.R ^ P.RW, P(3), P(0), str(P.R | P.X), (P.R | P.X).name, (P.R | P.X).value, P.RW is P.R | P.W]
