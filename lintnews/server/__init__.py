"""The door for browsers and for programs: ``lintnews serve``.

``app`` puts it together: ``guard`` decides who may come in, ``routes`` says which address does what, ``pool`` keeps
worker processes, and each of these holds an ``engine`` that lints. The event loop only moves bytes.
"""
