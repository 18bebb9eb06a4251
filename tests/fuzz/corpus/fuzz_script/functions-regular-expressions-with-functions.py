import re
def camel(match):
    return match.group(1).upper()
result = [re.sub(r'_(\w)', camel, 'snake_case_name'), re.sub(r'(?P<a>\d+)', lambda m: str(int(m['a']) * 2), 'a1b20')]
