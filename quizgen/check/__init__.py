"""Every problem of a bank before a student sees it."""
