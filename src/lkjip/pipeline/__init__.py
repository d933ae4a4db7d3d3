"""Walk all documents through the stages: skip what is fresh, survive what fails, tell what happened."""
