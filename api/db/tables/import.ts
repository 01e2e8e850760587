// Row types of imports: sources, files, runs and what they changed.
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

interface ImportSource {
  organization_id: string;
  id: string;
  version: Generated<number>;
  name: string;
  kind: string;
  place: 'upload' | 'folder' | 'endpoint';
  location: string | null;
  auth_kind: Generated<'none' | 'basic' | 'bearer' | 'api_key'>;
  auth_name: string | null;
  secret: string | null;
  map: Json;
  is_full_load: Generated<boolean>;
  run_at: string | null;
  next_run_at: Date | null;
  created_by: string | null;
  created_at: Date;
  updated_at: Date;
  archived_at: Date | null;
}

interface ImportFile {
  organization_id: string;
  id: string;
  name: string;
  size_bytes: number;
  uploaded_by: string | null;
  uploaded_at: Date;
  removed_at: Date | null;
}

interface ImportRun {
  organization_id: string;
  id: string;
  source_id: string | null;
  kind: string;
  file_id: string | null;
  file_name: string;
  is_dry_run: boolean;
  settings: Json;
  state: Generated<
    | 'waiting'
    | 'fetching'
    | 'checking'
    | 'writing'
    | 'finishing'
    | 'done'
    | 'failed'
    | 'cancelled'
    | 'undoing'
    | 'undone'
  >;
  rows_total: number | null;
  rows_read: Generated<number>;
  created: Generated<number>;
  changed: Generated<number>;
  same: Generated<number>;
  wrong: Generated<number>;
  kept: Generated<number>;
  missing: Generated<number>;
  problem: Json;
  cancel_asked: Generated<boolean>;
  started_by: string | null;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  undone_by: string | null;
  undone_at: Date | null;
  undo_kept: Generated<number>;
}

interface ImportProblem {
  organization_id: string;
  run_id: string;
  no: number;
  line: number;
  is_note: Generated<boolean>;
  problem: string;
  column_name: Generated<string>;
  value: Generated<string>;
  cells: Json;
}

interface ImportChange {
  organization_id: string;
  run_id: string;
  no: number;
  table_name: string;
  record_id: string;
  part: Generated<number>;
  action: 'created' | 'changed' | 'removed';
  before: Json;
  after: Json;
  undo_state: 'undone' | 'kept' | null;
  undo_reason: string | null;
}

interface ImportKey {
  organization_id: string;
  run_id: string;
  key: string;
  line: number;
}

interface ImportMemory {
  organization_id: string;
  source_id: string;
  kind: string;
  key: string;
  record_id: string;
  fields: Json;
}

interface ImportTouched {
  organization_id: string;
  run_id: string;
  kind: 'customer' | 'order';
  record_id: string;
  lines: Generated<number>;
}

/** Tables of this room by their name. */
export interface ImportTables {
  import_change: ImportChange;
  import_file: ImportFile;
  import_key: ImportKey;
  import_memory: ImportMemory;
  import_problem: ImportProblem;
  import_run: ImportRun;
  import_source: ImportSource;
  import_touched: ImportTouched;
}
