"""Rules on goals, and on the activities that are to reach them."""
