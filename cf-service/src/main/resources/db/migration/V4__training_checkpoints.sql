-- How far a running training has come, so that another start of the service goes on from there.

-- What the plan of a training has beyond its options; null: of a training from before, which cannot be gone on with.
alter table training add column validation double precision, add column refit boolean;
-- What is worth telling of its course, such as that it was resumed.
alter table training add column note text;

create table training_checkpoint (
    training_id bigint      not null,
    -- Epochs done; 0: the phase has not got that far, and there are no chunks.
    epoch       integer     not null,
    -- Of the ratings and of everything else that decides the model: the checkpoint is good for these alone.
    fingerprint text        not null,
    -- What the first phase came to, once the model is trained anew on all ratings; null in the first phase.
    report      jsonb,
    -- How often a start went on from here without coming any further.
    attempts    integer     not null default 0,
    saved_at    timestamptz not null default now(),
    constraint training_checkpoint_pkey primary key (training_id),
    constraint training_checkpoint_training foreign key (training_id) references training (id) on delete cascade
);

create table training_checkpoint_chunk (
    training_id bigint  not null,
    part        text    not null,
    position    integer not null,
    -- How many chunks the part has, so that a missing last one is noticed.
    chunks      integer not null,
    crc32c      bigint  not null,
    data        bytea   not null,
    constraint training_checkpoint_chunk_pkey primary key (training_id, part, position),
    constraint training_checkpoint_chunk_checkpoint foreign key (training_id)
        references training_checkpoint (training_id) on delete cascade
);
-- Floats do not compress: keep them out of line and do not try.
alter table training_checkpoint_chunk alter column data set storage external;
