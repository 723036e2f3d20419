-- What of an agency's deliveries did not become a record, by month of the delivery (UTC; months since year 0). `kind`:
-- `duplicate` and `rejected` are rows, their `code` is empty; `fault` is rejected rows by code, a row once for each of its codes.
-- Holds no payload. Locks nothing that exists.
CREATE TABLE recording.outcome_count (
  agency text NOT NULL,
  month  integer NOT NULL,
  kind   text NOT NULL CHECK (kind IN ('duplicate', 'rejected', 'fault')),
  code   text NOT NULL,
  n      bigint NOT NULL,
  PRIMARY KEY (agency, month, kind, code)
)
