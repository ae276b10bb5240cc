"""What the log and the observations add up to: types, thresholds, functions; never a verdict.

Every number here comes from the catalogue, with its source, and every answer can be *not enough
to tell*. The clinician decides.
"""
