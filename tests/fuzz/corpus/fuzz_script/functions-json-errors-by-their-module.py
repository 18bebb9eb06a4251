from json.decoder import JSONDecodeError
import json
try:
    json.loads('x')
except JSONDecodeError as e:
    result = str(e)
