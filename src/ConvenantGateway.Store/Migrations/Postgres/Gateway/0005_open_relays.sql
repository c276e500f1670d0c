-- Relays whose outcome is missing are looked for at every start: type 22 is the intent, 23 the outcome.
CREATE INDEX leaf_relay_intent ON leaf (idx) WHERE type = 22;
