"""Reports made into documents, data and pages."""
