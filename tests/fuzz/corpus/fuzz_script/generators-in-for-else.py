def f(items):
    for item in items:
        if item == 3:
            break
        yield item
    else:
        yield 'all'
    yield 'end'
result = (list(f([1, 2])), list(f([1, 3, 2])))
