"""Lists of schools as coordinators keep them: their columns, linking them to the register, who takes part."""
