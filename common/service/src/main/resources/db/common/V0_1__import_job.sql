-- One row for each import, kept as a record. The running one is the one whose advisory lock is held.
create table import_job (
    id             bigint generated always as identity primary key,
    state          text        not null check (state in ('running', 'completed', 'failed', 'interrupted')),
    path           text        not null,
    imdb_path      text,
    on_error       text        not null,
    started_at     timestamptz not null default now(),
    finished_at    timestamptz,
    phase          text        not null default '',
    rows_read      bigint      not null default 0,
    fraction       real        not null default 0,
    counts         jsonb       not null default '{}',
    rejected_total bigint      not null default 0,
    rejected       jsonb       not null default '[]',
    error          text
);
