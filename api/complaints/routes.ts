// Endpoints of complaints and their escalations.
import {
  draftComplaint,
  getComplaint,
  listComplaints,
  moveComplaint,
  moveEscalation,
  reportComplaint,
  updateComplaint,
} from '#contract/complaint.ts';
import {
  addComplaintNote,
  addMeasure,
  decideMeasure,
  getGoodwillLimits,
  listMeasures,
  updateGoodwillLimits,
} from '#contract/complaint-measure.ts';
import { prepareClosingMail } from '#contract/complaint-survey.ts';
import type { Context } from '#api/http/context.ts';
import type { Serve } from '#api/http/serve.ts';
import * as complaints from './complaints.ts';
import { draft } from './draft.ts';
import * as escalations from './escalations.ts';
import * as goodwill from './goodwill.ts';
import * as measures from './measures.ts';
import { move } from './moves.ts';
import { report } from './report.ts';
import { prepare } from './survey.ts';

/** Registers the room's endpoints. */
export function complaintRoutes(serve: Serve): void {
  serve(draftComplaint, (input, { deps, user }) => draft(deps, user, input));
  serve(reportComplaint, (input, { deps, user }) => report(deps, user, input));
  serve(getComplaint, (input, { deps, user }) => complaints.get(deps, user, input));
  serve(listComplaints, (input, { deps, user }) => complaints.list(deps, user, input));
  serve(updateComplaint, (input, context) =>
    complaints.update(context.deps, context.user, input, versionOf(context)),
  );
  serve(moveComplaint, (input, context) => move(context.deps, context.user, input, versionOf(context)));
  serve(listMeasures, (input, { deps, user }) => measures.list(deps, user, input));
  serve(addMeasure, (input, { deps, user }) => measures.add(deps, user, input));
  serve(decideMeasure, (input, { deps, user }) => measures.decide(deps, user, input));
  serve(addComplaintNote, (input, { deps, user }) => measures.addNote(deps, user, input));
  serve(prepareClosingMail, (input, { deps, user }) => prepare(deps, user, input));
  serve(getGoodwillLimits, (_input, { deps, user }) => goodwill.getLimits(deps, user));
  serve(updateGoodwillLimits, (input, context) =>
    goodwill.updateLimits(context.deps, context.user, input, versionOf(context)),
  );
  serve(moveEscalation, (input, { deps, user }) => escalations.move(deps, user, input));
}

/** Versioned endpoints are never called without If-Match. */
function versionOf({ ifMatch }: Context): number {
  return ifMatch ?? 0;
}
