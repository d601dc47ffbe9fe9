"""Reading and writing files: text in any encoding, YAML with places, whole-or-nothing writes, findings."""
