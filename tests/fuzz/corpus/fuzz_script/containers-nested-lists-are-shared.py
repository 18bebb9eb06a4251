l = [[0] * 2] * 2
l[0][0] = 1
result = l
