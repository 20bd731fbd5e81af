"""Words of a response: what is the same wording, what is a slip of spelling, and what is another word."""
