// Endpoints of the causes of complaints.
import {
  createComplaintCause,
  getCauseOfComplaint,
  listComplaintCauses,
  removeComplaintCause,
  setCauseOfComplaint,
  updateComplaintCause,
} from '#contract/complaint-cause.ts';
import type { Serve } from '#api/http/serve.ts';
import * as causeOfComplaint from './cause-of-complaint.ts';
import * as causes from './complaint-causes.ts';

/** Registers the room's endpoints. */
export function complaintCauseRoutes(serve: Serve): void {
  serve(listComplaintCauses, (_input, { deps, user }) => causes.list(deps, user));
  serve(createComplaintCause, (input, { deps, user }) => causes.create(deps, user, input));
  serve(updateComplaintCause, (input, { deps, user, ifMatch }) =>
    causes.update(deps, user, input, ifMatch ?? 0),
  );
  serve(removeComplaintCause, (input, { deps, user, ifMatch }) =>
    causes.remove(deps, user, input, ifMatch ?? 0),
  );
  serve(getCauseOfComplaint, (input, { deps, user }) => causeOfComplaint.get(deps, user, input));
  serve(setCauseOfComplaint, (input, { deps, user, ifMatch }) =>
    causeOfComplaint.set(deps, user, input, ifMatch ?? 0),
  );
}
