-- Finds the cells of one cuboid of a chain.
-- No parameters. Creates an index.
CREATE INDEX cell_of_chain ON cell (chain, cuboid, dimension)
