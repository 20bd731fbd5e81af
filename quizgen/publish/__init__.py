"""What the commands do with a course: build it, stamp its ids, seal its quotes, convert a bank."""
