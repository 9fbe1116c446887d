-- The numbers of db/common and of each service's db/migration are one sequence: take one that is in neither.

alter table import_job
    -- Asked for through any replica; the one that imports hears of it within seconds.
    add column cancel_requested boolean not null default false,
    add column notes jsonb not null default '[]',
    drop constraint import_job_state_check,
    add constraint import_job_state_check
        check (state in ('running', 'completed', 'failed', 'cancelled', 'interrupted'));
