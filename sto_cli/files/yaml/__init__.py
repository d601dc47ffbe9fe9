"""YAML: read within bounds, what went wrong in it in plain words, and written."""
