-- What was delivered about each pseudonym, packed (see packDeliveries in libs/chain). `family` is the least
-- pseudonym of those that a link ever joined; null, for nearly all, where there is none. All members of a family
-- carry its last known instant and last position. `first_month` is the earliest that a record names, of most the month of birth:
-- all cases are counted in its order, so that those of one birth year come together and its cells are written once.
-- No parameters. Creates a table; room is left on each page, because every new record rewrites its case.
CREATE TABLE filed_case (
  case_id text COLLATE "C" PRIMARY KEY,
  family text COLLATE "C",
  deliveries text NOT NULL,
  first_month integer NOT NULL,
  last_known_at timestamptz(3) NOT NULL,
  last_position bigint NOT NULL
) WITH (fillfactor = 70)
