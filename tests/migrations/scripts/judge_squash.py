"""Runs revisions one by one, and the one that replaces them: both must call the same.

stdin: a list of [replaced files, squashed file]; stdout: for each the calls of both, up and down.
"""
import json
import sys
import types


def calls(sources):
    recorded = []
    op = types.ModuleType("alembic.op")
    op.execute = lambda *arguments: recorded.append(repr(arguments))
    alembic = types.ModuleType("alembic")
    alembic.op = op
    sys.modules.update({"alembic": alembic, "alembic.op": op})
    modules = []
    for index, source in enumerate(sources):
        module = types.ModuleType(f"revision{index}")
        exec(compile(source, f"revision{index}.py", "exec"), module.__dict__)
        modules.append(module)
    for module in modules:
        module.upgrade()
    recorded.append("-- down")
    for module in reversed(modules):
        module.downgrade()
    return recorded


def judge(replaced, squashed):
    try:
        return [calls(replaced), calls([squashed])]
    except Exception as error:
        return f"{type(error).__name__}: {error}"


json.dump([judge(*case) for case in json.load(sys.stdin)], sys.stdout)
