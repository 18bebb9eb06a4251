"""Answers questions about revision graphs as Alembic does.

Standard input: a JSON list of {"nodes": [{"id", "down", "dependsOn", "labels"}], "questions": [...]}.
Standard output: a JSON list of {"problem"} or {"shape", "answers"}. An answer is {"is": …}, {"error":
message} for what the command line prints after "FAILED: ", or {"crash": exception} where Alembic dies
of a traceback; the crash of a step's row arithmetic also has the steps.

Where Alembic iterates over a set of strings its result differs from process to process. Those sets
are made to iterate in file order, which is one of the results that Alembic can give.
"""

import json
import re
import signal
import sys
import types
import warnings

from alembic import util
from alembic.runtime import migration
from alembic.script import ScriptDirectory
from alembic.script import revision

SECONDS_PER_QUESTION = 5
file_order = {}


class FileOrderSet(set):
    def __iter__(self):
        return iter(sorted(super().__iter__(), key=lambda id_: file_order.get(id_, -1)))

    def difference(self, *others):
        return FileOrderSet(super().difference(*others))

    def intersection(self, *others):
        return FileOrderSet(super().intersection(*others))


migration.set = FileOrderSet


class Map(revision.RevisionMap):
    def _normalize_depends_on(self, revisions, map_):
        super()._normalize_depends_on(revisions, map_)
        for rev in revisions:
            rev._normalized_resolved_dependencies = tuple(
                sorted(rev._normalized_resolved_dependencies, key=file_order.get)
            )


class Script(revision.Revision):
    module = types.SimpleNamespace(upgrade=lambda: None, downgrade=lambda: None)
    doc = None


class Rows(migration.HeadMaintainer):
    """The row arithmetic, with the changes noted down in place of a database."""

    def __init__(self, heads):
        context = types.SimpleNamespace(
            as_sql=True, impl=types.SimpleNamespace(_exec=lambda statement: None), _version=Statements()
        )
        super().__init__(context, heads)
        self.changes = []

    def _insert_version(self, version):
        super()._insert_version(version)
        self.changes.append(["insert", "", version])

    def _delete_version(self, version):
        super()._delete_version(version)
        self.changes.append(["delete", version, ""])

    def _update_version(self, from_, to_):
        super()._update_version(from_, to_)
        self.changes.append(["update", from_, to_])


class Statements:
    """Stands for the version table: takes every call that builds a statement."""

    def __getattr__(self, name):
        return self

    def __call__(self, *args, **kw):
        return self

    def __eq__(self, other):
        return self

    __hash__ = None


def timed_out(signum, frame):
    raise TimeoutError("no answer")


def directory_of(nodes):
    file_order.clear()
    for node in nodes:
        file_order.setdefault(node["id"], len(file_order))
    directory = ScriptDirectory.__new__(ScriptDirectory)
    directory.revision_map = Map(
        lambda: [
            Script(node["id"], tuple(node["down"]), tuple(node["dependsOn"]) or None, tuple(node["labels"]))
            for node in nodes
        ]
    )
    return directory


def in_file_order(ids):
    return sorted(ids, key=lambda id_: file_order.get(id_, -1))


def shape_of(directory):
    map_ = directory.revision_map
    revisions = [map_._revision_map[id_] for id_ in file_order]
    return {
        "heads": list(map_.heads),
        "realHeads": list(map_._real_heads),
        "bases": list(map_.bases),
        "branchPoints": [rev.revision for rev in revisions if rev.is_branch_point],
        "mergePoints": [rev.revision for rev in revisions if rev.is_merge_point],
        "children": [in_file_order(rev.nextrev) for rev in revisions],
        "labels": [sorted(rev.branch_labels) for rev in revisions],
    }


def names(step):
    return {
        "revision": step.revision.revision if hasattr(step, "revision") else ",".join(step.to_revisions),
        "from": list(step.from_revisions_no_deps),
        "to": list(step.to_revisions_no_deps),
        "up": bool(step.is_upgrade),
    }


def taken(steps, rows):
    """The steps with what they do to the rows."""
    maintainer = Rows(rows)
    steps = list(steps)
    result = []
    try:
        for step in steps:
            maintainer.changes = []
            maintainer.update_to_step(step)
            result.append({**names(step), "changes": maintainer.changes})
    except (AssertionError, KeyError, IndexError) as crash:
        return {"crash": type(crash).__name__, "steps": [names(step) for step in steps]}
    return {"is": result}


def history(directory, text, rows):
    # what the command does with its argument
    if ":" not in text:
        raise util.CommandError("History range requires [start]:[end], [start]:, or :[end]")
    base, head = text.strip().split(":")
    if head == "current":
        head = rows
    elif base == "current":
        base = rows
    return [rev.revision for rev in directory.walk_revisions(base=base or "base", head=head or "heads")]


def answer_to(directory, question):
    kind = question["kind"]
    rows = tuple(question.get("rows", ()))
    if kind == "upgrade":
        return taken(directory._upgrade_revs(question["target"], rows), rows)
    if kind == "downgrade":
        return taken(directory._downgrade_revs(question["target"], rows), rows)
    if kind == "stamp":
        return taken(directory._stamp_revs(tuple(question["targets"]), rows), rows)
    if kind == "history":
        return {"is": history(directory, question["range"], rows)}
    if kind == "current":
        return {"is": in_file_order(rev.revision for rev in directory.get_all_current(rows))}
    if kind == "resolve":
        found = directory.get_revision(question["symbol"])
        return {"is": found.revision if found else ""}
    if kind == "resolveAll":
        # a symbol such as "-9" may mean "base", which is no revision, or nothing at all
        found = directory.get_revisions(tuple(question["symbols"]))
        return {"is": [rev.revision for rev in found if rev != "base"]}
    raise ValueError(kind)


def in_order_of_files(message):
    """The names at the end of "overlaps with other requested revisions" come out of a set."""
    found = re.fullmatch(r"(Requested revision .* overlaps with other requested revisions )(.*)", message)
    return found[1] + ", ".join(in_file_order(found[2].split(", "))) if found else message


def asked(directory, question):
    signal.alarm(SECONDS_PER_QUESTION)
    try:
        return answer_to(directory, question)
    except util.CommandError as error:
        return {"error": in_order_of_files(str(error))}
    except (AssertionError, AttributeError, KeyError, IndexError, TypeError, ValueError, TimeoutError) as crash:
        return {"crash": type(crash).__name__}
    finally:
        signal.alarm(0)


def judged(case):
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            directory = directory_of(case["nodes"])
            directory.revision_map._revision_map
        except revision.RevisionError as error:
            return {"problem": str(error)}
        except KeyError as error:
            return {"problem": "KeyError", "key": error.args[0]}
    repeated = [str(warning.message) for warning in said if "more than once" in str(warning.message)]
    if repeated:
        return {"problem": repeated[0]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        answers = [asked(directory, question) for question in case["questions"]]
        return {"shape": shape_of(directory), "answers": answers}


signal.signal(signal.SIGALRM, timed_out)
json.dump([judged(case) for case in json.load(sys.stdin)], sys.stdout)
