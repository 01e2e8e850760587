// Row types of the index of the search.
import type { Generated } from 'kysely';

interface SearchWord {
  organization_id: string;
  word: string;
  records: Generated<number>;
}

interface SearchPosting {
  organization_id: string;
  word: string;
  kind: string;
  record_id: string;
  customer_id: string;
}

interface SearchDelete {
  organization_id: string;
  variant: string;
  word: string;
}

interface SearchTextWord {
  organization_id: string;
  word: string;
  texts: Generated<number>;
  is_title: Generated<boolean>;
  is_settled: Generated<boolean>;
}

interface SearchTextDelete {
  organization_id: string;
  variant: string;
  word: string;
}

interface SearchChange {
  organization_id: string;
  id: Generated<number>;
  words: string[];
  is_title: boolean;
  step: number;
}

interface SearchStale {
  organization_id: string;
  customer_id: string;
}

interface SearchAttributes {
  organization_id: string;
  seen: string;
}

interface AttachmentText {
  organization_id: string;
  attachment_id: string;
  text: string;
}

/** Tables of this room by their name. */
export interface SearchTables {
  attachment_text: AttachmentText;
  search_attributes: SearchAttributes;
  search_change: SearchChange;
  search_delete: SearchDelete;
  search_posting: SearchPosting;
  search_stale: SearchStale;
  search_text_delete: SearchTextDelete;
  search_text_word: SearchTextWord;
  search_word: SearchWord;
}
