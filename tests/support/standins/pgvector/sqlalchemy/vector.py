from sqlalchemy.types import UserDefinedType


class _Type(UserDefinedType):
    cache_ok = True
    word = None

    def __init__(self, dim=None):
        self.dim = dim

    def get_col_spec(self, **_):
        return self.word if self.dim is None else f"{self.word}({self.dim})"


class VECTOR(_Type):
    word = "VECTOR"


class HALFVEC(_Type):
    word = "HALFVEC"


class SPARSEVEC(_Type):
    word = "SPARSEVEC"


class BIT(UserDefinedType):
    cache_ok = True

    def __init__(self, length=None):
        self.length = length

    def get_col_spec(self, **_):
        return "BIT" if self.length is None else f"BIT({self.length})"


Vector = VECTOR
