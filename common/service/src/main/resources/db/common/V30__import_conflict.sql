-- The default is what releases from before this do, during an update too: the file counts, whatever is there.
alter table import_job add column conflict text not null default 'FILE';
