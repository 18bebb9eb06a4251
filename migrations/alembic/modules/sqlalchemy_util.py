"""sqlalchemy.util: what classes of types are written with."""


class memoized_property:
    """a property that is asked for once: the value becomes an attribute of its own"""

    def __init__(self, fget, doc=None):
        self.fget = fget
        self.__name__ = fget.__name__

    def __get__(self, obj, cls):
        if obj is None:
            return self
        value = self.fget(obj)
        obj.__dict__[self.__name__] = value
        return value


ro_memoized_property = memoized_property
