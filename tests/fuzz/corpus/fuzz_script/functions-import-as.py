import os.path as p, collections as c
from itertools import chain as ch
import urllib.parse
result = [p.basename('a/b'), c.Counter('a'), list(ch([1])), urllib.parse.quote('ä')]
