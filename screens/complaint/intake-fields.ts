// The fields of the intake form, what was read from the mail for them, and the input made from them. Pure.
import type { Complaint, ComplaintDraft, reportComplaint } from '#contract/complaint.ts';
import type { Input } from '#contract/endpoint.ts';
import type { Mail } from '#contract/mail.ts';
import type { Person } from '#contract/user.ts';

export interface IntakeFields {
  title: string;
  category: Complaint['category'];
  severity: Complaint['severity'];
  orderId: string | null;
  owner: Person;
  /** Only asked for when there is no mail to read it from. */
  description: string;
  confirms: boolean;
}

export function suggestedFields(draft: ComplaintDraft, canConfirm: boolean): IntakeFields {
  return {
    title: draft.title,
    category: draft.category.value,
    severity: draft.severity.value,
    orderId: draft.suggestedOrderId,
    owner: draft.owner,
    description: '',
    confirms: canConfirm,
  };
}

export function toReportInput(
  fields: IntakeFields,
  target: { customerId: string; mail: Mail | null },
): Input<typeof reportComplaint> {
  return {
    customerId: target.customerId,
    title: fields.title.trim(),
    description: target.mail === null ? fields.description : target.mail.bodyText.slice(0, 100_000),
    category: fields.category,
    severity: fields.severity,
    orderId: fields.orderId,
    ownerId: fields.owner.id,
    mail: target.mail,
  };
}
