-- Status reports as they came in. All three tables only grow: a corrected file adds, it never changes what was known.

create table received_file (
    id            integer primary key autoincrement,
    sha256        text    not null,
    name          text    not null,
    received_at   text    not null, -- the moment that counts: the latest of its entries
    recorded_at   text    not null, -- when the bytes really came in; later than received_at for backdated imports
    stored_path   text    not null,
    channel       text    not null check (channel in ('file', 'backdated')),
    outcome       text    not null check (outcome in ('accepted', 'partly', 'refused', 'repeated')),
    accepted_rows integer not null check (accepted_rows >= 0),
    refused_rows  integer not null check (refused_rows >= 0)
);
create index received_file_sha256 on received_file (sha256);

create table entry (
    id           integer primary key autoincrement, -- Entry.sequence
    file_id      integer not null references received_file (id),
    place        text    not null,
    agency       text    not null,
    period       text    not null,
    duty         text    not null,
    status       text    not null,
    completed_on text,
    numerator    text, -- decimals as text: a number is kept as it was written
    denominator  text,
    value        text,
    evidence     text    not null, -- JSON
    items        text    not null, -- JSON
    note         text    not null,
    received_at  text    not null
);
create index entry_agency_duty on entry (agency, duty, period);
create index entry_received_at on entry (received_at, id);
create index entry_file on entry (file_id);

create table refused_row (
    file_id integer not null references received_file (id),
    number  integer not null, -- order of finding
    place   text    not null,
    message text    not null,
    hint    text    not null,
    primary key (file_id, number)
) without rowid;

create trigger entry_is_never_changed before update on entry
begin
    select raise(abort, 'entry is append-only: a correction is a new entry');
end;

create trigger entry_is_never_deleted before delete on entry
begin
    select raise(abort, 'entry is append-only: nothing reported is erased');
end;

-- "insert or replace" deletes without firing the trigger above.
create trigger entry_is_never_replaced before insert on entry
when exists (select 1 from entry where id = new.id)
begin
    select raise(abort, 'entry is append-only: this id is taken');
end;

create trigger received_file_is_never_changed before update on received_file
begin
    select raise(abort, 'received_file is append-only');
end;

create trigger received_file_is_never_deleted before delete on received_file
begin
    select raise(abort, 'received_file is append-only');
end;

create trigger received_file_is_never_replaced before insert on received_file
when exists (select 1 from received_file where id = new.id)
begin
    select raise(abort, 'received_file is append-only: this id is taken');
end;

create trigger refused_row_is_never_changed before update on refused_row
begin
    select raise(abort, 'refused_row is append-only');
end;

create trigger refused_row_is_never_deleted before delete on refused_row
begin
    select raise(abort, 'refused_row is append-only');
end;
