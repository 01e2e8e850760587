// Endpoints of activities, their preview and their attachments.
import {
  addAttachment,
  getActivity,
  getAttachment,
  listActivities,
  logActivity,
  previewMail,
  removeAttachment,
  retryAttachment,
  undoActivity,
  updateActivity,
} from '#contract/activity.ts';
import type { Serve } from '#api/http/serve.ts';
import * as activities from './activities.ts';

/** Registers the endpoints of this room. */
export function activityRoutes(serve: Serve): void {
  serve(previewMail, (input, { deps, user }) => activities.preview(deps, user, input));
  serve(logActivity, (input, { deps, user }) => activities.log(deps, user, input));
  serve(listActivities, (input, { deps, user }) => activities.list(deps, user, input));
  serve(getActivity, (input, { deps, user }) => activities.get(deps, user, input));
  serve(undoActivity, (input, { deps, user }) => activities.undo(deps, user, input));
  serve(updateActivity, (input, { deps, user, ifMatch }) =>
    activities.correct(deps, user, input, ifMatch ?? 0),
  );
  serve.upload(addAttachment, (input, { deps, user }, body) =>
    activities.addAttachment(deps, user, input, body),
  );
  serve.file(getAttachment, (input, { deps, user }) => activities.getAttachment(deps, user, input));
  serve(removeAttachment, (input, { deps, user }) => activities.removeAttachment(deps, user, input));
  serve(retryAttachment, (input, { deps, user }) => activities.retryAttachment(deps, user, input));
}
