from enum import Enum
class Color(Enum):
    RED = 1
    GREEN = 'g'
    CRIMSON = 1
result = [Color.RED, repr(Color.RED), str(Color.RED), Color.RED.name, Color.RED.value, Color('g'), Color['RED'], list(Color), len(Color), Color.CRIMSON is Color.RED, dict(Color.__members__)]
