// How fast a complaint is answered, when it goes up, and who may do what: the tables.
import { describe, expect, test } from 'vitest';
import type { CustomerClass, EscalationSituation } from '#api/complaints/rules.ts';
import {
  complaintMovesOf,
  deadlineHours,
  decisionMinutes,
  escalationMovesOf,
  missedDeadline,
  shouldEscalate,
} from '#api/complaints/rules.ts';

function classOf(name: string): CustomerClass | null {
  if (name === '–') return null;
  return { letter: name[0], digit: name[1] } as CustomerClass; // the table below holds only real classes
}

describe('deadlines in working hours: first answer / resolution', () => {
  test.each([
    // class, high, medium, low
    ['A1', '4/16', '8/40', '18/80'],
    ['A2', '4/16', '8/40', '18/80'],
    ['A3', '4/16', '8/40', '18/80'],
    ['B1', '4/16', '8/40', '18/80'],
    ['B2', '6/24', '12/60', '27/100'],
    ['B3', '6/24', '12/60', '27/100'],
    ['C1', '6/24', '12/60', '27/100'],
    ['C2', '9/40', '18/80', '36/120'],
    ['C3', '9/40', '18/80', '36/120'],
    ['–', '9/40', '18/80', '36/120'],
  ])('%s: high %s, medium %s, low %s', (name, ...expected) => {
    const found = (['high', 'medium', 'low'] as const).map((severity) => {
      const { firstAnswer, resolution } = deadlineHours(classOf(name), severity);
      return `${firstAnswer}/${resolution}`;
    });

    expect(found).toEqual(expected);
  });
});

describe('a complaint escalates at once', () => {
  test.each([
    ['A1', true],
    ['A3', true],
    ['B1', true],
    ['B2', false],
    ['C1', false],
    ['C3', false],
    ['–', false],
  ])('high severity of %s: %s', (name, expected) => {
    expect(shouldEscalate(classOf(name), 'high')).toBe(expected);
    expect(shouldEscalate(classOf(name), 'medium')).toBe(false);
    expect(shouldEscalate(classOf(name), 'low')).toBe(false);
  });
});

describe('the deadline that was missed', () => {
  const first = new Date('2026-09-03T15:00:00Z');
  const resolution = new Date('2026-09-08T10:00:00Z');
  const before = new Date('2026-09-03T14:59:00Z');
  const between = new Date('2026-09-04T08:00:00Z');
  const after = new Date('2026-09-09T08:00:00Z');

  test.each([
    ['none yet', 'open', null, before, null],
    ['the moment itself is still in time', 'open', null, first, null],
    ['the first answer', 'in_progress', null, between, first],
    ['answered in time', 'answered', before, between, null],
    ['the resolution, though answered', 'answered', before, after, resolution],
    ['the resolution counts more', 'open', null, after, resolution],
    ['closed ones miss nothing', 'closed', null, after, null],
  ] as const)('%s', (...row) => {
    const [, state, answeredAt, now, expected] = row;
    const due = { state, answeredAt, firstAnswerDueAt: first, resolutionDueAt: resolution };

    expect(missedDeadline(due, now)).toEqual(expected);
  });
});

test.each([
  [240, 240],
  [30, 120],
  [0, 240],
  [-500, 240],
])('with %i minutes to the first answer the decision has %i', (left, expected) => {
  expect(decisionMinutes(left)).toBe(expected);
});

describe('moves of a complaint', () => {
  const owner = { id: 'anna', role: 'sales' } as const;
  const colleague = { id: 'jonas', role: 'sales' } as const;
  const manager = { id: 'petra', role: 'manager' } as const;
  const partner = { id: 'dieter', role: 'partner' } as const;
  const nobody = { id: 'x', role: null };

  test.each([
    ['open', owner, false, ['start', 'answer', 'close', 'pause']],
    ['open', colleague, false, ['start', 'answer']],
    ['open', manager, false, ['start', 'answer', 'close', 'pause']],
    ['open', owner, true, ['start', 'answer']],
    ['open', manager, true, ['start', 'answer', 'pause']],
    ['in_progress', owner, false, ['answer', 'close', 'pause']],
    ['answered', owner, false, ['close', 'reopen', 'pause']],
    ['answered', colleague, false, []],
    ['closed', manager, false, ['reopen']],
    ['open', partner, false, []],
    ['open', nobody, false, []],
  ] as const)('%s, %o, escalated %s: %o', (state, actor, escalationRuns, expected) => {
    expect(complaintMovesOf({ state, ownerId: 'anna', escalationRuns, isPaused: false }, actor)).toEqual(
      expected,
    );
  });

  test.each([
    ['open', owner, ['start', 'answer', 'close', 'resume']],
    ['answered', owner, ['close', 'reopen', 'resume']],
    ['open', colleague, ['start', 'answer']],
    ['closed', manager, ['reopen']],
    ['open', partner, []],
  ] as const)('waiting for the customer, %s, %o: %o', (state, actor, expected) => {
    const situation = { state, ownerId: 'anna', escalationRuns: false, isPaused: true };

    expect(complaintMovesOf(situation, actor)).toEqual(expected);
  });
});

describe('moves of an escalation', () => {
  const base: EscalationSituation = {
    state: 'open',
    turnId: 'petra',
    hasProposal: true,
    deputyId: 'holger',
    isPaused: false,
    askableIds: ['jonas'],
  };
  const petra = { id: 'petra', role: 'manager' } as const;
  const holger = { id: 'holger', role: 'manager' } as const;
  const jonas = { id: 'jonas', role: 'sales' } as const;
  const dieter = { id: 'dieter', role: 'partner' } as const;
  const all = ['approve', 'decide', 'ask_back', 'take_over', 'assign', 'delegate', 'extend', 'stop'];
  const without = (...moves: string[]) => all.filter((move) => !moves.includes(move));

  test.each([
    ['whose turn it is', {}, petra, all],
    ['without a proposal', { hasProposal: false }, petra, without('approve')],
    ['without a deputy', { deputyId: null }, petra, without('delegate')],
    ['the deputy does not give it back to himself', { turnId: 'holger' }, holger, without('delegate')],
    ['nobody to ask but oneself', { askableIds: ['petra'] }, petra, without('ask_back')],
    ['while one waits for the customer', { isPaused: true }, petra, without('extend')],
    ['taken over already', { state: 'taken_over' }, petra, without('take_over')],
    ['another manager', {}, holger, ['take_over']],
    ['a seller', {}, jonas, []],
    ['a seller who was asked', { state: 'asked_back', turnId: 'jonas' }, jonas, ['reply']],
    ['the asker while the answer is out', { state: 'asked_back', turnId: 'jonas' }, petra, ['take_over']],
    ['a seller whose turn it is by mistake', { turnId: 'jonas' }, jonas, []],
    ['a partner', {}, dieter, []],
    ['decided', { state: 'decided', turnId: null }, petra, []],
    ['stopped', { state: 'stopped', turnId: null }, holger, []],
  ] as const)('%s', (_title, change, actor, expected) => {
    expect(escalationMovesOf({ ...base, ...change }, actor)).toEqual(expected);
  });
});
