class A:
    x = 1
    def __getattr__(self, name):
        return 'made ' + name
a = A()
result = (a.x, a.y, getattr(a, 'z'), hasattr(a, 'q'))
