from os import *
import os
for f in (
    lambda: os.path.join('a', 'b', 'c.txt'),
    lambda: os.path.join('a', '/b', 'c'),
    lambda: os.path.join('a/', 'b'),
    lambda: os.path.join('', 'b'), os.path.join('a', ''),
    lambda: os.path.basename('/a/b.txt'), os.path.dirname('/a/b.txt'), os.path.split('/a/b'),
    lambda: os.path.split('a'), os.path.split('/'), os.path.split('/a/'), os.path.dirname('a'),
    lambda: os.path.splitext('a/b.tar.gz'), os.path.splitext('.bashrc'), os.path.splitext('a'), os.path.splitext('a.b/c'),
    lambda: os.path.normpath('a//b/../c/./d'), os.path.normpath(''), os.path.normpath('/../a'), os.path.normpath('../a'),
    lambda: os.path.isabs('/a'), os.path.isabs('a'), os.path.commonprefix(['abc', 'abd']),
    lambda: [os.sep, os.linesep, os.name, os.path.sep],
    lambda: os.environ.get('STILLROOM_NOT_THERE'), os.environ.get('STILLROOM_NOT_THERE', 'x'),
    lambda: os.environ['STILLROOM_NOT_THERE'],
    lambda: 'STILLROOM_NOT_THERE' in os.environ,
    lambda: os.getenv('STILLROOM_NOT_THERE', 'y'),
    lambda: len(os.urandom(8)),
):
    try:
        print(f())
    except Exception as e:
        print(e)
