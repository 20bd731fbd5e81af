"""What the rules know of words, numbers and texts; no rule stands here."""
