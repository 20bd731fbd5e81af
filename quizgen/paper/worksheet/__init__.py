"""What is printed for students: questions with their texts and the space for answers."""
