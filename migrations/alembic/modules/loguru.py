"""loguru: what a script logs goes where print() goes; where it would be written to is nobody's concern."""


class Logger:
    def _write(self, message, *args, **kwargs):
        print(str(message).format(*args, **kwargs) if args or kwargs else message)

    trace = debug = info = success = warning = error = critical = exception = _write

    def log(self, level, message, *args, **kwargs):
        self._write(message, *args, **kwargs)

    def add(self, sink, **options):
        return 1

    def remove(self, handler_id=None):
        pass

    def _same(self, *args, **kwargs):
        return self

    bind = opt = patch = _same

    def configure(self, **options):
        return []

    def enable(self, name):
        pass

    def disable(self, name):
        pass


logger = Logger()
