class A:
    pass
if True:
    revision = "x"
revision = down_revision = {"a", "b"}
@dec("x")
async def f(a: int = 1, *b, **c): pass
