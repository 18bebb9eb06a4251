"""Loads revision files with Alembic itself: the judge of readRevision().

stdin: a list of paths; stdout: for each what Alembic's Script says about it, sets in alphabetical order,
or {"error": ...} where the id is one that Alembic refuses.
"""
import json
import os
import sys

from alembic.script import ScriptDirectory
from alembic.script.base import Script
from alembic.script.revision import RevisionError
from alembic.util import to_tuple


def judge(path):
    try:
        script = Script._from_path(ScriptDirectory(os.path.dirname(path)), path)
    except RevisionError as error:
        return {"error": str(error)}
    return {
        "revision": script.revision,
        "down": sorted(to_tuple(script.down_revision, default=())),
        "dependsOn": sorted(to_tuple(script.dependencies, default=())),
        "labels": sorted(script._orig_branch_labels),
        "doc": script.doc,
        "longDoc": script.longdoc,
    }


json.dump([judge(path) for path in json.load(sys.stdin)], sys.stdout)
