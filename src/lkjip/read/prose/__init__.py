"""Facts from sentences: what a report states in words, with the number, its subject and its place on the page."""
