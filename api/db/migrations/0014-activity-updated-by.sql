-- who corrected an entry last: whom a second person asks when both changed it
alter table activity add column updated_by uuid;

-- bytes go with the last file that has them
create index attachment_sha256 on attachment (organization_id, sha256) where sha256 is not null;
