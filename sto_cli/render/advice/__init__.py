"""The step plan of one school, and what to ask when it is not clear which one is meant."""
