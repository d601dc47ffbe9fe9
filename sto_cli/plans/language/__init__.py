"""What words mean: sentences and typed values such as times and amounts; nothing here knows a plan."""
