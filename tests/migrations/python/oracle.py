"""What Python itself makes of programs: a JSON list of sources in, a JSON list of outcomes out."""
import contextlib
import io
import json
import sys
import warnings


def outcome(source):
    variables = {"__name__": "revision"}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(source, "<program>", "exec"), variables)
    except BaseException as error:
        text = str(error.msg) if isinstance(error, SyntaxError) else str(error)
        return type(error).__name__ + (": " + text if text else "")
    return variables["result"]


warnings.simplefilter("ignore")
json.dump([outcome(source) for source in json.load(sys.stdin)], sys.stdout)
