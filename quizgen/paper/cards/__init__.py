"""Cards to cut out: what stands on each, how large, and where on the page."""
