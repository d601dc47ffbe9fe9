"""Rules on answers that are missing, empty, copied, or at odds with each other."""
