"""The only door between a case and those who are shown something of it.

`caseform.projection.rooms` holds plain types, one for each kind of room; whatever shows something
to a room imports those alone. `caseform.projection.build` reads a case and makes them.
"""
