"""Results as people and programs read them: one writer per format."""
