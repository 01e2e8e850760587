// An escalation as both suites of complaints show it: raised by Jonas, with Petra to decide.
import type { Escalation } from '#contract/complaint.ts';
import { exampleId, jonas, petra } from '#contract/examples-people.ts';

export const escalation: Escalation = {
  id: exampleId(45),
  level: 1,
  levels: 2,
  state: 'open',
  reason: 'severity_and_class',
  raisedAt: '2026-09-03T11:20:00Z',
  raisedBy: jonas,
  turn: petra,
  turnTitle: 'Vertriebsleitung',
  deputy: null,
  deputyAt: null,
  proposal: 'Ersatz liefern',
  proposedGoodwillCents: 24_000,
  decision: null,
  question: null,
  card: 'pending',
  moves: [],
};
