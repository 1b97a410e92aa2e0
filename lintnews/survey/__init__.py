"""What a body of copy calls each thing: takes documents, gives concept × form × documents and unlisted variants.

``collect`` counts, ``variants`` groups what the glossary does not know; ``plain``, ``data`` and ``page`` print.
"""
