"""A disk that loses its power, and a writer that does not expect it."""
