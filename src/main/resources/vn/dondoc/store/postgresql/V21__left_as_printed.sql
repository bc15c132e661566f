-- How many duties a form brought back as it had shown them: they are not reported again.
ALTER TABLE received_file ADD COLUMN untouched_duties INTEGER NOT NULL DEFAULT 0;
