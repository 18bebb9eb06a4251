"""Runs Alembic's own command line in whole projects: the judge of what our commands print and do.

stdin: a list of {"folder", "order": ids in file order, "commands": argument lists}; stdout: for each
project and command {"out": what Alembic wrote to its standard output, "running": its log of steps},
or {"crash": exception} where Alembic ends with a traceback.

Where Alembic iterates over a set of strings its result differs from process to process. Those sets
are made to iterate in file order, which is one of the results that Alembic can give.
"""
import io
import json
import logging
import os
import sys

answers = sys.stdout
# before the import: Alembic keeps the stream that it finds then
sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)

from alembic.config import main  # noqa: E402
from alembic.runtime import migration  # noqa: E402
from alembic.script import revision  # noqa: E402

file_order = {}


def place(id_):
    return file_order.get(id_, len(file_order)), id_  # what a command wrote has a name at the end


class FileOrderSet(set):
    def __iter__(self):
        return iter(sorted(super().__iter__(), key=place))

    def difference(self, *others):
        return FileOrderSet(super().difference(*others))

    def intersection(self, *others):
        return FileOrderSet(super().intersection(*others))


class Map(revision.RevisionMap):
    def _normalize_depends_on(self, revisions, map_):
        super()._normalize_depends_on(revisions, map_)
        for rev in revisions:
            rev._normalized_resolved_dependencies = tuple(
                sorted(rev._normalized_resolved_dependencies, key=place)
            )


class Steps(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        if record.getMessage().startswith("Running "):
            self.lines.append(record.getMessage())


migration.set = FileOrderSet
revision.RevisionMap = Map
steps = Steps()
logging.getLogger("alembic.runtime.migration").addHandler(steps)
logging.getLogger("alembic.runtime.migration").setLevel(logging.INFO)
logging.getLogger("alembic").propagate = False


def begin_anew():
    if os.path.exists("data.db"):
        os.remove("data.db")


def judge(arguments):
    sys.stdout.buffer.seek(0)
    sys.stdout.buffer.truncate()
    steps.lines = []
    try:
        main(argv=arguments)
    except SystemExit:
        if "--purge" in arguments:
            begin_anew()  # the rows are gone, although it refused; here nothing happens then
    except Exception as error:
        begin_anew()  # some of it may be committed; ours is removed, too
        return {"crash": f"{type(error).__name__}: {error}"}
    return {"out": sys.stdout.buffer.getvalue().decode(), "running": steps.lines}


def walk(project):
    os.chdir(project["folder"])
    file_order.clear()
    for id_ in project["order"]:
        file_order[id_] = len(file_order)
    return [judge(arguments) for arguments in project["commands"]]


os.environ["EDITOR"] = os.environ["VISUAL"] = "true"
sys.stderr = open(os.devnull, "w")
json.dump([walk(project) for project in json.load(sys.stdin)], answers)
