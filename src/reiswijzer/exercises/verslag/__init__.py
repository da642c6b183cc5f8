"""The live parts of the journal's pages: what was done in each exercise, taking it along, and the plan."""
