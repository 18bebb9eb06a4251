"""Kinds of numbers."""
from _classes import Integral, Number, Rational, Real
