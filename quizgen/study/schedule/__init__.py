"""When each question is due, and what to ask today: derived from the log, never stored."""
