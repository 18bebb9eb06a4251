class E(Exception):
    def __init__(self, a):
        self.a = a
try:
    raise E(5)
except E as e:
    result = (str(e), e.args, e.a)
