"""Pages: the shell that all share, maps, timelines, marks."""
