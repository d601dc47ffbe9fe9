"""Rules on costs, on what is asked, and on who pays."""
