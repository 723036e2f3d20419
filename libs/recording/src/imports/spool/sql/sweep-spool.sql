-- Removes files that nobody is sending any more: the process that received them ended in the middle.
-- $1 the instant before which the last piece came. Locks the rows it removes.
DELETE FROM recording.import_job WHERE state = 'receiving' AND touched_at < $1
