// What may be corrected of an entry, by whom.
import { describe, expect, test } from 'vitest';
import { activityFields, type Activity, type ActivityField } from '#contract/activity.ts';
import type { Role } from '#contract/user.ts';
import { editableFields, mayCorrect, ofMail } from '#api/activities/edit-rules.ts';
import type { SignedInUser } from '#api/rights/user.ts';

const me = '00000000-0000-7000-8000-000000000001';
const userOf = (role: Role | null): SignedInUser => ({
  organizationId: '00000000-0000-7000-8000-00000000000a',
  id: me,
  entraOid: 'oid',
  name: 'Anna Brandl',
  email: 'anna@brenner-lohse.test',
  role,
  jobTitle: null,
  territoryIds: [],
  customerVisibility: 'territory',
});
const all: ActivityField[] = [...activityFields];
const belonging: ActivityField[] = ['contactId', 'links'];
const ofAMail: ActivityField[] = ['contactId', 'visibility', 'links'];

describe('what may be corrected', () => {
  test.each<[Role | null, 'own' | 'others' | 'nobody', Activity['origin'], ActivityField[]]>([
    ['sales', 'own', 'hand', all],
    ['sales', 'own', 'mail', ofAMail],
    ['sales', 'own', 'report', []],
    ['sales', 'others', 'hand', []],
    ['sales', 'nobody', 'hand', []],
    ['manager', 'own', 'hand', all],
    ['manager', 'others', 'hand', belonging],
    ['manager', 'others', 'mail', belonging],
    ['manager', 'others', 'report', []],
    ['admin', 'others', 'hand', belonging],
    ['admin', 'nobody', 'hand', belonging],
    ['partner', 'own', 'hand', []],
    [null, 'own', 'hand', []],
  ])('%s, an entry that is %s, from %s', (role, whose, origin, fields) => {
    const loggedById = { own: me, others: '00000000-0000-7000-8000-000000000002', nobody: null }[whose];

    expect(editableFields(userOf(role), { loggedById, origin })).toEqual(fields);
  });

  test('what is editable and what a mail said itself are all of a mail', () => {
    expect([...ofMail(all), ...ofAMail].sort()).toEqual([...all].sort());
  });

  test('partners correct nothing, not even what they wrote', () => {
    expect(mayCorrect(userOf('partner'), true)).toBe(false);
  });
});
