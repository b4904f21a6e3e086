-- Which lists showed a record: asked for with everything else that happened to it.
create index entry_shown on audit.entry using gin ((details::jsonb -> 'shown') jsonb_path_ops)
    where event = 'list-read';
