"""Rules on the school, its region, its profiles and the forms that they take."""
