result = [1, 2, 1, 2].index(2, 2)
