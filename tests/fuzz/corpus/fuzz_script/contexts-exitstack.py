from contextlib import ExitStack, contextmanager
log = []
@contextmanager
def managed(n):
    log.append(n)
    yield n
    log.append(-n)
with ExitStack() as stack:
    values = [stack.enter_context(managed(n)) for n in (1, 2)]
    stack.callback(log.append, 'callback')
result = (values, log)
