"""A bank on paper: worksheets, keys and cut-out cards, as pages for a browser and as PDF.

Three steps in a row. A *sheet* (``sheet``, ``versions``, ``support``) says which questions stand on it, in which order,
under which letters. A *worksheet*, a *key* or *cards* (modules of these names) are all that is printed, as data: texts
with their marks, words in the language of the bank, lengths in millimetres. Templates show this data: Jinja2 for a
browser (``html``), Typst for PDF (``pdf``). Importing this package loads none of it.
"""
