"""Coverage, gaps and portfolios of plans, as plain data."""
