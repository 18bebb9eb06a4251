from contextlib import nullcontext, closing
class Thing:
    closed = False
    def close(self):
        self.closed = True
thing = Thing()
with nullcontext(5) as five, closing(thing) as same:
    result = [five, same is thing, thing.closed]
result.append(thing.closed)
