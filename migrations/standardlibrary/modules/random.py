"""Random values."""
from _random import bits, bytes as _bytes, floating, shuffled_places


class Random:
    def __init__(self, x=None):
        pass

    def seed(self, a=None, version=2):
        pass

    def random(self):
        return floating()

    def getrandbits(self, k):
        return bits(k)

    def randbytes(self, n):
        return _bytes(n)

    def randrange(self, start, stop=None, step=1):
        numbers = range(start) if stop is None else range(start, stop, step)
        if not len(numbers):
            raise ValueError("empty range in randrange(%s)" % ", ".join(map(str, (0, start) if stop is None else (start, stop))))
        return numbers[int(floating() * len(numbers))]

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def uniform(self, a, b):
        return a + (b - a) * floating()

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[int(floating() * len(seq))]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        if weights is None and cum_weights is None:
            return [self.choice(population) for _ in range(k)]
        sums = list(cum_weights or [])
        if weights is not None:
            total = 0
            for weight in weights:
                total += weight
                sums.append(total)
        result = []
        for _ in range(k):
            point = floating() * sums[-1]
            result.append(population[sum(1 for limit in sums[:-1] if limit <= point)])
        return result

    def shuffle(self, x):
        x[:] = [x[place] for place in shuffled_places(len(x))]

    def sample(self, population, k, *, counts=None):
        if counts is not None:
            population = [value for value, times in zip(population, counts) for _ in range(times)]
        if not 0 <= k <= len(population):
            raise ValueError("Sample larger than population or is negative")
        return [population[place] for place in shuffled_places(len(population))[:k]]


SystemRandom = Random
_shared = Random()
random = _shared.random
seed = _shared.seed
getrandbits = _shared.getrandbits
randbytes = _shared.randbytes
randrange = _shared.randrange
randint = _shared.randint
uniform = _shared.uniform
choice = _shared.choice
choices = _shared.choices
shuffle = _shared.shuffle
sample = _shared.sample
