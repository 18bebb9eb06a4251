"""Abstract base classes. What is abstract is checked where it is called, as far as a migration goes."""
from _classes import ABC, ABCMeta


def abstractmethod(function):
    function.__isabstractmethod__ = True
    return function
