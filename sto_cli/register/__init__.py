"""The register: regions, schools, who takes part; loading, merging and checking it."""
