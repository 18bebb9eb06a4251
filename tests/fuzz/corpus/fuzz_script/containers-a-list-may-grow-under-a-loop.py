l = [1]
for x in l:
    if x < 5:
        l.append(x + 1)
result = l
