try:
    assert False, 'why'
except AssertionError as e:
    result = str(e)
