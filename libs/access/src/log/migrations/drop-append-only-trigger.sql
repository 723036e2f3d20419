-- Makes way for the two triggers that let expired entries go. Takes ACCESS EXCLUSIVE on the access log for an instant.
DROP TRIGGER append_only ON access.access_log
