-- One piece of a file. $1 job, $2 number of the piece. Locks nothing.
SELECT content FROM recording.import_chunk WHERE job = $1 AND number = $2
