from enum import Enum, auto
class A(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return f'{name}-{start}-{count}-{last_values}'
    X = auto()
    Y = auto()
result = [a.value for a in A]
