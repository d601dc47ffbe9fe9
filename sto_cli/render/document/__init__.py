"""One document, and a writer of it per format."""
