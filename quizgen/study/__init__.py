"""A bank as a self-test: sessions, the log of all answers, the schedule and the figures that follow from it."""
