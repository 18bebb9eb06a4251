class A:
    class B:
        x = 1
        def f(self):
            return 'f'
result = (A.B.x, A.B().f(), A.B.__qualname__)
