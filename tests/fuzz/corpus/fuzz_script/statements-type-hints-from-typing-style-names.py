x: 'int | None' = None
result = x
