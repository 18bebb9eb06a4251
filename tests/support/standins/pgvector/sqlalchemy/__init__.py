"""pgvector's column types as DDL shows them: Debian does not have the Python package."""
from .vector import BIT, HALFVEC, SPARSEVEC, VECTOR, Vector  # noqa: F401
