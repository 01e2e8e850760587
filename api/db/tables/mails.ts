// Row types of corrected matches of mail addresses.

interface MatchCorrection {
  organization_id: string;
  address: string;
  customer_id: string;
  corrected_by: string;
  corrected_at: Date;
}

/** Tables of this room by their name. */
export interface MailTables {
  match_correction: MatchCorrection;
}
