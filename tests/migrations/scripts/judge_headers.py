"""Says with Python's own parser what a header assigns.

stdin: a list of [file in base64, name]; stdout: for each the value as a list of texts, or its error.
"""
import ast
import base64
import json
import sys


def judge(encoded, name):
    try:
        module = ast.parse(base64.b64decode(encoded))
        value = "not assigned"
        for statement in module.body:
            targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
            if any(isinstance(target, ast.Name) and target.id == name for target in targets):
                value = ast.literal_eval(statement.value)
        return [value] if isinstance(value, str) else sorted(value) if isinstance(value, set) else list(value or ())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


json.dump([judge(*case) for case in json.load(sys.stdin)], sys.stdout)
