"""What is printed for the teacher: right answers and their proofs, version by version, and as tables."""
