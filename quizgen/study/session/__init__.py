"""A session: questions asked one by one, what is typed, what is said; all of it pure."""
