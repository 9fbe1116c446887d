-- Where a training runs, and why there; null: of a training from before there was a choice.
alter table training add column device text, add column device_reason text;
