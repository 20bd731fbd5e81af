"""What stands on a sheet: which questions, in which order, under which letters; who gets which."""
