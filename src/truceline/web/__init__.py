"""The desk: the record as pages and as an interface for programs, read-only, for readers on this machine.

`serve.run` starts it; `app.application` is the whole of it.
"""
