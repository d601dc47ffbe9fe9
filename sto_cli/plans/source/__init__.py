"""What a file shows, with places: text, mail, Word and YAML as one outline; nothing here knows the six questions."""
