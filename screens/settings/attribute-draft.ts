// An attribute in its form, and what is still wrong with it. Pure.
import type { Attribute, AttributeType } from '#contract/attribute.ts';
import type { Role } from '#contract/user.ts';
import type { AttributeMessages } from '../messages/attribute-messages.ts';

export type AttributeDraft = Pick<
  Attribute,
  | 'recordKind'
  | 'labelDe'
  | 'labelEn'
  | 'type'
  | 'choices'
  | 'group'
  | 'required'
  | 'visibleTo'
  | 'searchable'
>;

const staff: readonly Role[] = ['sales', 'manager', 'admin'];
const fresh: AttributeDraft = {
  recordKind: 'customer',
  labelDe: '',
  labelEn: '',
  type: 'text',
  choices: [],
  group: null,
  required: false,
  visibleTo: [...staff],
  searchable: false,
};

export function draftOf(attribute: Attribute | null): AttributeDraft {
  const { recordKind, labelDe, labelEn, type, choices, group, required, visibleTo, searchable } =
    attribute ?? fresh;
  return { recordKind, labelDe, labelEn, type, choices, group, required, visibleTo, searchable };
}

export function hasChoices(type: AttributeType): boolean {
  return type === 'choice' || type === 'multiple_choice';
}

/** The search has one index for the whole staff. */
export function isForStaff(visibleTo: readonly Role[]): boolean {
  return staff.every((role) => visibleTo.includes(role));
}

export function draftProblems(
  draft: AttributeDraft,
  words: AttributeMessages['settings'],
): Record<string, string> {
  const isEmpty = (text: string) => text.trim() === '';
  const lacksChoices =
    hasChoices(draft.type) &&
    (draft.choices.length === 0 || draft.choices.some((one) => isEmpty(one.labelDe) || isEmpty(one.labelEn)));
  return {
    ...(isEmpty(draft.labelDe) ? { labelDe: words.missingLabel } : {}),
    ...(isEmpty(draft.labelEn) ? { labelEn: words.missingLabel } : {}),
    ...(lacksChoices ? { choices: words.missingChoice } : {}),
  };
}
