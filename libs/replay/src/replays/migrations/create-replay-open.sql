-- Replays that are not done yet, in their order. Locks nothing that exists.
CREATE INDEX replay_open ON replays.replay (seq) WHERE state IN ('queued', 'running')
