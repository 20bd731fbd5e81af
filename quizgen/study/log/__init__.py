"""The log of all answers: one file that is only ever added to."""
