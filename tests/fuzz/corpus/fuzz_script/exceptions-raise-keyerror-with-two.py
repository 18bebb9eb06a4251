raise KeyError('x', 'y')
