// Row types of the causes of complaints and of the figures reckoned of each.
import type { Generated } from 'kysely';

interface ComplaintCause {
  organization_id: string;
  id: string;
  version: Generated<number>;
  parent_id: string | null;
  name: string;
  position: Generated<number>;
  retired_at: Date | null;
}

interface ComplaintFigure {
  organization_id: string;
  complaint_id: string;
  customer_id: string;
  owner_id: string;
  location_id: string | null;
  cause_id: string | null;
  product_group_id: string | null;
  received_on: string;
  registration_minutes: number | null;
  first_answer_minutes: number | null;
  resolution_minutes: number | null;
  first_answer_kept: boolean | null;
  resolution_kept: boolean | null;
  first_answer_due_at: Date | null;
  resolution_due_at: Date | null;
  cost_cents: Generated<number>;
  is_repeat: Generated<boolean>;
}

interface ComplaintFigureDue {
  organization_id: string;
  complaint_id: string;
  at: Generated<Date>;
}

/** Tables of these rooms by their name. */
export interface ComplaintAnalysisTables {
  complaint_cause: ComplaintCause;
  complaint_figure: ComplaintFigure;
  complaint_figure_due: ComplaintFigureDue;
}
