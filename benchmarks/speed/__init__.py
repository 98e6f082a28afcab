"""How fast Framesage is beside other servers and tools; ``benchmarks/bench.py`` runs it."""
