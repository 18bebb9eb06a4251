"""Reads ini texts with Python's configparser: the judge of ConfigFile.

stdin: a list of texts; stdout: for each the values of all sections, or the error and its line.
"""
import configparser
import io
import json
import sys


def value(parser, section, option):
    try:
        return {"text": parser.get(section, option)}
    except configparser.InterpolationError as error:
        return {"error": type(error).__name__}


def judge(text):
    parser = configparser.ConfigParser({"here": "/the/folder"})
    try:
        parser.read_file(io.StringIO(text, newline=None), "judged.ini")
    except configparser.ParsingError as error:
        line = getattr(error, "lineno", None) or error.errors[0][0]
        return {"error": type(error).__name__, "line": line}
    except configparser.Error as error:
        return {"error": type(error).__name__, "line": error.lineno}
    return {
        "sections": parser.sections(),
        "values": {
            section: {option: value(parser, section, option) for option in parser.options(section)}
            for section in parser.sections()
        },
    }


json.dump([judge(text) for text in json.load(sys.stdin)], sys.stdout)
