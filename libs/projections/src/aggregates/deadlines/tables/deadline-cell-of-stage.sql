-- Finds the cells of a stage with late deadlines.
-- No parameters. Creates an index.
CREATE INDEX deadline_cell_of_stage ON deadline_cell (chain, stage, deadline)
