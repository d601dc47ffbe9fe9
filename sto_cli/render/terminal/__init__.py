"""Lines for a terminal: styles, tables, wrapping, excerpts, bars."""
