"""Numbers, amounts, dates and times in a response, in figures and in words of many languages."""
