"""PDF documents with text: read in a process of its own, within bounds, and laid out as a Word document is."""
