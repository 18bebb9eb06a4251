"""Reads the headers of scripts with Python's own grammar: the judge of scanHeader().

stdin: a list of scripts, each in base64; stdout: for each the docstring and the texts of what is
assigned at the top level, or {"error": ...} when it is not Python, or what is assigned is no literal.
"""
import ast
import base64
import json
import sys
import warnings

NAMES = ("revision", "down_revision", "branch_labels", "depends_on")
warnings.simplefilter("ignore")


def texts(node):
    if isinstance(node, ast.Constant) and node.value is None:
        return []
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value] if node.value else []
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return [text for item in node.elts for text in texts(item)]
    raise ValueError("not a literal")


def judge(source):
    try:
        module = ast.parse(base64.b64decode(source))
    except (SyntaxError, ValueError) as error:
        return {"error": str(error)}
    found = {}
    for statement in module.body:
        targets, value = [], None
        if isinstance(statement, ast.Assign):
            targets, value = statement.targets, statement.value
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            targets, value = [statement.target], statement.value
        for target in targets:
            if isinstance(target, ast.Name) and target.id in NAMES:
                try:
                    found[target.id] = texts(value)
                except ValueError as error:
                    return {"error": str(error)}
    return {"docstring": ast.get_docstring(module, clean=False) or "", "assigned": found}


json.dump([judge(source) for source in json.load(sys.stdin)], sys.stdout)
