"""Runs Alembic's own command line: the judge of what ours prints.

stdin: a list of argument lists; stdout: for each what Alembic wrote to its standard output.
"""
import io
import json
import sys

answers = sys.stdout
# before the import: Alembic keeps the stream that it finds then
sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)

from alembic.config import main  # noqa: E402


def judge(arguments):
    sys.stdout.buffer.seek(0)
    sys.stdout.buffer.truncate()
    try:
        main(argv=arguments)
    except SystemExit:
        pass
    except Exception as error:  # Alembic ends with a traceback
        return f"CRASHED: {error}"
    return sys.stdout.buffer.getvalue().decode()


json.dump([judge(arguments) for arguments in json.load(sys.stdin)], answers)
