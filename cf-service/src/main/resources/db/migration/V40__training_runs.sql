-- Which start of the training runs: one that has lost the trainings' lock must not write any more, and how would it know that
-- another has begun? By this number, which it is asked for in the transaction of each write.
alter table training add column run bigint not null default 0;
