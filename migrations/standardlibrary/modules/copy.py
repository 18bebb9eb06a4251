"""Copies of values."""
from _classes import deep_copy, shallow_copy


class Error(Exception):
    pass


error = Error


def copy(x):
    if hasattr(x, "__copy__"):
        return x.__copy__()
    return shallow_copy(x)


def deepcopy(x, memo=None):
    return deep_copy(x)
