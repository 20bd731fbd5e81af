"""What a bank of questions is, and how it is read and written."""
