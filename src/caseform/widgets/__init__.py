"""The pages: each a widget that shows a view, already worded, and passes intents on.

A page is imported from its own module, so that what a room shows never brings a session along.
"""
