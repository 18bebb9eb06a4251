from enum import Enum
class Planet(Enum):
    EARTH = 1
    MARS = 2
    @property
    def label(self):
        return self.name.title()
    def describe(self, suffix):
        return f'{self.label}{suffix} {self.value}'
    @classmethod
    def default(cls):
        return cls.EARTH
    @staticmethod
    def twice(x):
        return x * 2
    def __str__(self):
        return 'planet ' + self.name
result = [Planet.EARTH.label, Planet.MARS.describe('!'), Planet.default(), Planet.twice(4), str(Planet.MARS), f'{Planet.MARS}', repr(Planet.MARS)]
