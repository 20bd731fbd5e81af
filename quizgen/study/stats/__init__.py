"""What a learner knows, what is due, what is hard: figures, and how they are told."""
