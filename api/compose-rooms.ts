// All rooms of the API, joined once for the server and for the tests.
import type { Express } from 'express';
import { activityRoutes } from './activities/routes.ts';
import * as activityWork from './activities/jobs.ts';
import { attributeRoutes } from './attributes/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { addressRoutes } from './addresses/routes.ts';
import { choiceRoutes } from './choices/routes.ts';
import * as complaintAnalysisWork from './complaint-analysis/jobs.ts';
import { complaintAnalysisRoutes } from './complaint-analysis/routes.ts';
import { complaintCauseRoutes } from './complaint-causes/routes.ts';
import { complaintRoutes } from './complaints/routes.ts';
import { surveyPages } from './complaints/survey-pages.ts';
import { surveyPath } from './complaints/survey.ts';
import * as complaintWork from './complaints/jobs.ts';
import { contactRoutes } from './contacts/routes.ts';
import { customerRoutes } from './customers/routes.ts';
import * as duplicateWork from './duplicates/jobs.ts';
import { duplicateRoutes } from './duplicates/routes.ts';
import type { Deps } from './deps.ts';
import { followUpRoutes } from './follow-ups/routes.ts';
import * as followUpWork from './follow-ups/jobs.ts';
import * as httpWork from './http/jobs.ts';
import type { Serve } from './http/serve.ts';
import { insightRoutes } from './insights/routes.ts';
import type { Job, Sweep } from './jobs/job.ts';
import { upkeepSweep } from './jobs/upkeep.ts';
import { listRoutes } from './lists/routes.ts';
import * as importWork from './import/jobs.ts';
import { importRoutes } from './import/routes.ts';
import { mailRoutes } from './mails/routes.ts';
import { myDayRoutes } from './my-day/routes.ts';
import * as ratingWork from './rating/jobs.ts';
import { neverLogRoutes } from './never-log/routes.ts';
import { ratingRoutes } from './rating/routes.ts';
import * as searchWork from './search/jobs.ts';
import { searchRoutes } from './search/routes.ts';
import * as territoryWork from './territories/jobs.ts';
import * as sentMailWork from './sent-mails/jobs.ts';
import { sentMailRoutes } from './sent-mails/routes.ts';
import { sendGuardRoutes } from './send-guard/routes.ts';
import { territoryRoutes } from './territories/routes.ts';
import { threadRoutes } from './threads/routes.ts';
import * as visitWork from './visits/jobs.ts';
import { visitRoutes } from './visits/routes.ts';
import { workingTimeRoutes } from './working-time/routes.ts';

/** Every room's endpoints but those that need something of their own (users, demo sign-in). */
export const roomRoutes: readonly ((serve: Serve) => void)[] = [
  activityRoutes,
  attributeRoutes,
  auditRoutes,
  addressRoutes,
  choiceRoutes,
  complaintAnalysisRoutes,
  complaintCauseRoutes,
  complaintRoutes,
  contactRoutes,
  customerRoutes,
  duplicateRoutes,
  followUpRoutes,
  importRoutes,
  insightRoutes,
  listRoutes,
  mailRoutes,
  myDayRoutes,
  neverLogRoutes,
  ratingRoutes,
  searchRoutes,
  sendGuardRoutes,
  sentMailRoutes,
  territoryRoutes,
  threadRoutes,
  visitRoutes,
  workingTimeRoutes,
];

/** Pages that anybody may open who has the link. */
export function roomPages(deps: Deps): (app: Express) => void {
  return (app) => app.use(surveyPath, surveyPages(deps));
}

/** Every room's work for later. */
export const roomJobs: readonly Job[] = [
  ...activityWork.jobs,
  ...complaintWork.jobs,
  ...duplicateWork.jobs,
  ...followUpWork.jobs,
  ...importWork.jobs,
  ...visitWork.jobs,
  ...searchWork.jobs,
  ...sentMailWork.jobs,
  ...territoryWork.jobs,
];

/** Every room's work that is looked for again and again. */
export const roomSweeps: readonly Sweep[] = [
  ...complaintAnalysisWork.sweeps,
  ...complaintWork.sweeps,
  ...duplicateWork.sweeps,
  ...followUpWork.sweeps,
  ...httpWork.sweeps,
  ...importWork.sweeps,
  ...ratingWork.sweeps,
  ...searchWork.sweeps,
  ...sentMailWork.sweeps,
  upkeepSweep,
  ...visitWork.sweeps,
];
