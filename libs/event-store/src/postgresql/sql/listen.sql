-- Hears of each append at its commit. The channel has the name that append() notifies.
-- Takes no lock.
LISTEN event_store
