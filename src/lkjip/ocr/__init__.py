"""Recognise scanned pages: from a picture of a page to the characters and lines that a text page brings itself."""
