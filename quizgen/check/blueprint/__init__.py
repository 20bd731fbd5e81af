"""What is asked of an article and what never is: counted, as lines for a terminal, as a page."""
