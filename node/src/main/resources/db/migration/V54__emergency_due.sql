-- Until when somebody has to have looked at an emergency release, and since when it stands out that nobody has.
alter table review.emergency add column due_at timestamptz;
update review.emergency set due_at = at + interval '24 hours';
alter table review.emergency alter column due_at set not null;
alter table review.emergency add column escalated_at timestamptz;
