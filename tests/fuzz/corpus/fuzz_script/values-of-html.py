from html import *
import html
for f in (
    lambda: escape('<a href="x">\'&\'</a>'),
    lambda: escape('"', quote=False),
):
    try:
        print(f())
    except Exception as e:
        print(e)
