-- What may wait for Sở Nội vụ is found without reading every entry.
CREATE INDEX entry_said_not_to_apply ON entry (id) WHERE status = 'not-applicable';
CREATE INDEX ruling_awaited ON ruling (entry_id) WHERE kind = 'awaited';
