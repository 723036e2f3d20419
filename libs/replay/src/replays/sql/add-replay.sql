-- Queues a replay, unless too many are open already: then nothing comes back.
-- $1 id, $2 who asks, $3 instant, $4 task as JSON, $5 most open ones
-- No lock: of several that come at once a few more may get in.
INSERT INTO replays.replay (id, asked_by, asked_at, task)
SELECT $1, $2, $3, $4::jsonb
WHERE (SELECT count(*) FROM replays.replay WHERE state IN ('queued', 'running')) < $5
RETURNING id
