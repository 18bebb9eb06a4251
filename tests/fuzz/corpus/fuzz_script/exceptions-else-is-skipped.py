log = []
try:
    1 / 0
except Exception:
    log.append('except')
else:
    log.append('else')
finally:
    log.append('finally')
result = log
