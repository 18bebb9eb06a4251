"""Reads alembic.ini files with Alembic itself: the judge of AlembicConfig.

stdin: a list of [path, section]; stdout: for each what Alembic makes of it, or its error.
"""
import json
import sys

from alembic.config import Config
from alembic.script import ScriptDirectory


def judge(path, section):
    try:
        config = Config(path, ini_section=section)
        scripts = ScriptDirectory.from_config(config)
        return {
            "script_location": str(scripts.dir),
            "version_locations": [str(location) for location in scripts._version_locations],
            "recursive": scripts.recursive_version_locations,
            "file_template": scripts.file_template,
            "truncate_slug_length": scripts.truncate_slug_length,
            "timezone": scripts.timezone or "",
            "sourceless": scripts.sourceless,
            "output_encoding": scripts.output_encoding,
            "url": config.get_main_option("sqlalchemy.url") or "",
        }
    except Exception as error:
        return {"error": type(error).__name__, "message": str(error)}


json.dump([judge(*case) for case in json.load(sys.stdin)], sys.stdout)
