"""Runs revision scripts in Alembic without a database: the judge of how ours are read.

stdin: a list of {"source", "dialect"}; stdout: for each the statements of upgrade() as `--sql`
prints them, or "CRASHED: " and the exception.
"""
import io
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "support" / "standins"))

from alembic.migration import MigrationContext  # noqa: E402
from alembic.operations import Operations  # noqa: E402


def judge(case):
    output = io.StringIO()
    context = MigrationContext.configure(
        dialect_name=case["dialect"],
        opts={"as_sql": True, "literal_binds": True, "output_buffer": output},
        dialect_opts={"paramstyle": "named"},
    )
    names = {"__name__": "revision"}
    try:
        with Operations.context(context):
            exec(compile(case["source"], "revision.py", "exec"), names)
            names["upgrade"]()
    except Exception as error:
        return f"CRASHED: {type(error).__name__}: {error}"
    return output.getvalue()


if __name__ == "__main__":
    json.dump([judge(case) for case in json.load(sys.stdin)], sys.stdout)
