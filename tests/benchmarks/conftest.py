"""Nothing here is a test: ``python tests/benchmarks/run.py`` runs it, and prints one table."""

collect_ignore_glob = ["*.py"]
