// Endpoints of visits, their preparation, reports and questions.
import * as visit from '#contract/visit.ts';
import * as visitQuestion from '#contract/visit-question.ts';
import * as visitReport from '#contract/visit-report.ts';
import { AppError } from '#api/errors.ts';
import type { Serve } from '#api/http/serve.ts';
import * as calendar from './calendar.ts';
import { correct } from './correct.ts';
import * as due from './due.ts';
import { prepare } from './preparation.ts';
import * as questions from './questions.ts';
import * as reports from './report.ts';
import * as visits from './visits.ts';

/** Registers the endpoints of this room; fixed paths before those with an id. */
export function visitRoutes(serve: Serve): void {
  serve(visit.listDueVisits, (input, { deps, user }) => due.listDue(deps, user, input));
  serve(visit.getVisitWeek, (input, { deps, user }) => due.week(deps, user, input));
  serve(visit.getBusyTimes, (input, { deps, user }) => calendar.busy(deps, user, input));
  serve(visit.proposeVisitSlots, (input, { deps, user }) => calendar.slots(deps, user, input));
  serve(visit.findAppointmentVisit, (input, { deps, user }) => calendar.ofAppointment(deps, user, input));
  serve(visit.planVisit, (input, { deps, user }) => visits.plan(deps, user, input));
  serve(visit.listVisits, (input, { deps, user }) => visits.list(deps, user, input));
  serve(visit.getVisit, (input, { deps, user }) => visits.get(deps, user, input));
  serve(visit.updateVisit, (input, { deps, user, ifMatch }) =>
    visits.update(deps, user, input, needed(ifMatch)),
  );
  serve(visit.cancelVisit, (input, { deps, user, ifMatch }) =>
    visits.cancel(deps, user, input, needed(ifMatch)),
  );
  serve(visit.retryVisit, (input, { deps, user }) => visits.retry(deps, user, input));
  serve(visitReport.getVisitPreparation, (input, { deps, user }) => prepare(deps, user, input));
  serve(visitReport.getVisitReport, (input, { deps, user }) => reports.getReport(deps, user, input));
  serve(visitReport.reportVisit, (input, { deps, user }) => reports.report(deps, user, input));
  serve(visitReport.updateVisitReport, (input, { deps, user, ifMatch }) =>
    correct(deps, user, input, needed(ifMatch)),
  );
  serve(visitQuestion.listVisitQuestions, (_input, { deps, user }) => questions.listQuestions(deps, user));
  serve(visitQuestion.createVisitQuestion, (input, { deps, user }) =>
    questions.addQuestion(deps, user, input),
  );
  serve(visitQuestion.updateVisitQuestion, (input, { deps, user, ifMatch }) =>
    questions.changeQuestion(deps, user, input, needed(ifMatch)),
  );
}

function needed(ifMatch: number | null): number {
  if (ifMatch === null) throw new AppError('version_required');
  return ifMatch;
}
