"""A plan made into a document, and the form of a new one."""
