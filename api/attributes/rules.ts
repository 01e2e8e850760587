// Who sees which attribute, what a change of values may do, and which definitions make sense. Pure.
import type {
  AttributeChanges,
  AttributeChoice,
  AttributeType,
  AttributeValues,
} from '#contract/attribute.ts';
import type { Role } from '#contract/user.ts';
import type { FieldProblem } from '#api/errors.ts';
import { checkValue } from './values.ts';
import type { Definition } from './values.ts';

/** Whether values of an attribute are shown to this role: neither hidden from it nor retired. */
export function isShownTo(role: Role | null, definition: Pick<Definition, 'visibleTo' | 'retired'>): boolean {
  return role !== null && !definition.retired && definition.visibleTo.includes(role);
}

export interface ValueChange {
  readonly definitions: readonly Definition[];
  /** Who changes; null is an import, which sees every attribute. */
  readonly role: Role | null;
  /** All values of the record as stored, hidden ones among them. */
  readonly stored: AttributeValues;
  readonly changes: AttributeChanges;
}

export interface ValueResult {
  /** What to store: hidden and retired values stay as they were. */
  readonly values: AttributeValues;
  readonly problems: readonly FieldProblem[];
  /** Required attributes that are empty afterwards: refused from people, reported from imports. */
  readonly missing: readonly Definition[];
}

/** Merges changes into a record's values; a hidden attribute answers like one that does not exist. */
export function changeValues({ definitions, role, stored, changes }: ValueChange): ValueResult {
  const mayWrite = (one: Definition) => (role === null ? !one.retired : isShownTo(role, one));
  const writable = new Map(definitions.filter(mayWrite).map((one) => [one.id, one]));
  const values: AttributeValues = { ...stored };
  const problems: FieldProblem[] = [];
  for (const [id, value] of Object.entries(changes)) {
    const path = `values.${id}`;
    const definition = writable.get(id.toLowerCase());
    if (definition === undefined) problems.push({ path, problem: 'unknown' });
    else if (value === null) Reflect.deleteProperty(values, definition.id);
    else {
      const checked = checkValue(definition, value, stored[definition.id]);
      if (checked.ok) values[definition.id] = checked.value;
      else problems.push({ path, problem: checked.problem });
    }
  }
  const missing = [...writable.values()].filter((one) => one.required && values[one.id] === undefined);
  return { values, problems, missing };
}

/** What of a record's values this role is shown. */
export function valuesFor(
  role: Role | null,
  definitions: readonly Definition[],
  stored: AttributeValues,
): AttributeValues {
  const shown = definitions.filter((one) => isShownTo(role, one));
  return Object.fromEntries(shown.flatMap(({ id }) => (stored[id] === undefined ? [] : [[id, stored[id]]])));
}

const staff: readonly Role[] = ['sales', 'manager', 'admin'];

function hasChoices(type: AttributeType): boolean {
  return type === 'choice' || type === 'multiple_choice';
}

/** What is wrong with a definition as a whole; nothing when it can be stored. */
export function definitionProblems(definition: {
  type: AttributeType;
  choices: readonly AttributeChoice[];
  searchable: boolean;
  visibleTo: readonly Role[];
}): FieldProblem[] {
  const { type, choices, searchable, visibleTo } = definition;
  const problems: FieldProblem[] = [];
  if (hasChoices(type) !== choices.length > 0) {
    problems.push({ path: 'choices', problem: hasChoices(type) ? 'required' : 'not_allowed' });
  }
  if (!areDistinct(choices.map((one) => one.id))) problems.push({ path: 'choices', problem: 'duplicate' });
  const labels = choices.filter((one) => !one.retired);
  const isTwice =
    !areDistinct(labels.map((one) => one.labelDe.toLowerCase())) ||
    !areDistinct(labels.map((one) => one.labelEn.toLowerCase()));
  if (isTwice) problems.push({ path: 'choices', problem: 'duplicate' });
  // the words of the search stand in one index for the whole staff
  if (searchable && !staff.every((role) => visibleTo.includes(role))) {
    problems.push({ path: 'searchable', problem: 'hidden_from_some' });
  }
  return problems;
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

/** `Hallenfläche m²` → `hallenflaeche_m`; numbered when another attribute has it. */
export function keyFor(label: string, taken: readonly string[]): string {
  const spelled = label.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue');
  const plain = spelled
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 50);
  const base = plain === '' ? 'merkmal' : plain;
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}_${number}`;
    if (!taken.includes(key)) return key;
  }
}
