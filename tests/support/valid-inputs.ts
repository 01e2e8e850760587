// One good call per endpoint of the contract, about the records it is given; tests change one thing in it.
import * as activity from '#contract/activity.ts';
import * as attribute from '#contract/attribute.ts';
import * as address from '#contract/address.ts';
import * as audit from '#contract/audit.ts';
import * as choice from '#contract/choice.ts';
import * as cockpit from '#contract/cockpit.ts';
import * as complaint from '#contract/complaint.ts';
import * as analysis from '#contract/complaint-analysis.ts';
import * as cause from '#contract/complaint-cause.ts';
import * as measure from '#contract/complaint-measure.ts';
import * as closing from '#contract/complaint-survey.ts';
import * as consent from '#contract/consent.ts';
import * as customer from '#contract/customer.ts';
import * as moves from '#contract/customer-moves.ts';
import { getMyDay } from '#contract/day.ts';
import type { Endpoint, Input } from '#contract/endpoint.ts';
import * as duplicate from '#contract/duplicate.ts';
import * as examples from '#contract/examples.ts';
import { buildRatingRule, buildStrategies } from '#contract/examples-rating.ts';
import * as followUp from '#contract/follow-up.ts';
import * as imports from '#contract/import.ts';
import { previewImport } from '#contract/import-preview.ts';
import * as insight from '#contract/insight.ts';
import * as merge from '#contract/merge.ts';
import * as list from '#contract/list.ts';
import type { ListGroup } from '#contract/list-filter.ts';
import * as savedList from '#contract/saved-list.ts';
import * as neverLog from '#contract/never-log.ts';
import * as rating from '#contract/rating.ts';
import * as rights from '#contract/people.ts';
import { search } from '#contract/search.ts';
import * as territory from '#contract/territory.ts';
import { getSendFacts } from '#contract/send-guard.ts';
import * as sentMail from '#contract/sent-mail.ts';
import * as thread from '#contract/thread.ts';
import * as user from '#contract/user.ts';
import * as visit from '#contract/visit.ts';
import * as visitQuestion from '#contract/visit-question.ts';
import * as visitReport from '#contract/visit-report.ts';
import * as workingTime from '#contract/working-time.ts';
import { people } from './people.ts';

export interface Ids {
  readonly customer: string;
  readonly contact: string;
  readonly activity: string;
  readonly attachment: string;
  readonly followUp: string;
  readonly complaint: string;
  readonly visit: string;
}

export interface GoodCall {
  readonly endpoint: Endpoint;
  readonly input: Record<string, unknown>;
}

/** Checks at compile time that the input fits its endpoint. */
function call<E extends Endpoint>(endpoint: E, input: Input<E>): GoodCall {
  return { endpoint, input: input as Record<string, unknown> }; // every input is an object
}

const ownerId = people.anna.id;
const touch = {
  kind: 'call',
  direction: 'inbound',
  subject: 'Rückfrage Liefertermin',
  occurredAt: '2026-09-03T10:00:00+02:00',
} as const;

const noId = '01890a5d-ac96-774b-bcce-b302099a8057';
const office = { from: '08:00', to: '16:30' };
const week = [office, office, office, office, { ...office, to: '14:00' }, null, null];
const manyQuotes: ListGroup = {
  match: 'any',
  parts: [
    { field: 'total', operator: 'at_least', value: 1_000_000 },
    { match: 'all', parts: [{ field: 'title', operator: 'contains', value: 'Tür' }] },
  ],
};

/** All endpoints that speak of a record by its id. */
export function callsAbout(ids: Ids): GoodCall[] {
  const customerId = ids.customer;
  const mail = examples.buildMail();
  return [
    call(customer.getCustomer, { id: customerId }),
    call(customer.updateCustomer, { id: customerId, name: 'Anders GmbH' }),
    call(insight.getCustomerInsights, { id: customerId }),
    call(insight.getCustomerRevenue, { id: customerId }),
    call(moves.moveCustomer, { id: customerId, move: 'archive' }),
    call(moves.getCustomerGroup, { id: customerId }),
    call(address.listAddresses, { customerId }),
    call(address.createAddress, { customerId, kind: 'site', label: 'Werk 2', city: 'Ulm' }),
    call(customer.listContacts, { customerId }),
    call(attribute.getRecordAttributes, { recordKind: 'customer', id: customerId }),
    call(attribute.updateRecordAttributes, { recordKind: 'contact', id: ids.contact, values: {} }),
    call(customer.createContact, examples.buildNewContact({ customerId })),
    call(customer.updateContact, { id: ids.contact, name: 'Anders' }),
    call(moves.moveContact, { id: ids.contact, move: 'archive' }),
    call(consent.getConsents, { id: ids.contact }),
    call(consent.recordConsent, { id: ids.contact, channel: 'email', step: 'objected', source: 'Telefon' }),
    call(duplicate.findSimilarContacts, { customerId, name: 'Sabine Tietz' }),
    call(duplicate.listDuplicateContacts, { customerId }),
    call(duplicate.listTwins, { customerId }),
    call(merge.listMerges, { customerId }),
    call(activity.listActivities, { customerId }),
    call(activity.getActivity, { id: ids.activity }),
    call(activity.logActivity, { customerId, touch }),
    call(activity.previewMail, { mail, customerId }),
    call(activity.getAttachment, { id: ids.attachment }),
    call(activity.retryAttachment, { id: ids.attachment }),
    call(activity.updateActivity, { id: ids.activity, subject: 'Anders' }),
    call(thread.followThread, { activityId: ids.activity, mode: 'offer' }),
    call(activity.undoActivity, { id: ids.activity }),
    call(audit.listAudit, { recordKind: 'customer', recordId: customerId }),
    call(followUp.createFollowUp, examples.buildNewFollowUp({ customerId })),
    call(followUp.listFollowUps, { customerId }),
    call(followUp.getFollowUp, { id: ids.followUp }),
    call(followUp.updateFollowUp, { id: ids.followUp, title: 'Anders' }),
    call(followUp.retryFollowUp, { id: ids.followUp }),
    call(complaint.draftComplaint, { customerId, mail: null }),
    call(complaint.reportComplaint, examples.buildNewComplaint({ customerId, ownerId })),
    call(complaint.listComplaints, { customerId }),
    call(complaint.getComplaint, { id: ids.complaint }),
    call(complaint.updateComplaint, { id: ids.complaint, title: 'Anders' }),
    call(complaint.moveComplaint, { id: ids.complaint, move: 'start' }),
    call(complaint.moveEscalation, { id: ids.complaint, move: 'take_over', dedupeKey: 'press-1' }),
    call(measure.listMeasures, { id: ids.complaint }),
    call(measure.addMeasure, { id: ids.complaint, kind: 'credit', costCents: 4_000 }),
    call(measure.decideMeasure, { id: ids.complaint, measureId: noId, move: 'approve' }),
    call(closing.prepareClosingMail, { id: ids.complaint }),
    call(measure.addComplaintNote, { id: ids.complaint, text: 'Rückruf zugesagt' }),
    call(cause.getCauseOfComplaint, { id: ids.complaint }),
    call(cause.setCauseOfComplaint, { id: ids.complaint, causeId: null }),
    call(visit.listVisits, { customerId }),
    call(visit.proposeVisitSlots, { customerId }),
    call(visit.planVisit, { customerId, startsAt: '2026-09-10T09:00:00+02:00' }),
    call(visit.getVisit, { id: ids.visit }),
    call(visit.updateVisit, { id: ids.visit, note: 'Muster mitnehmen' }),
    call(visit.cancelVisit, { id: ids.visit }),
    call(visit.retryVisit, { id: ids.visit }),
    call(visitReport.getVisitPreparation, { visitId: ids.visit }),
    call(visitReport.getVisitReport, { id: ids.visit }),
    call(visitReport.reportVisit, { id: ids.visit, result: 'good_talk' }),
    call(visitReport.updateVisitReport, { id: ids.visit, summary: 'Anders' }),
    call(cockpit.getCockpit, { customerId }),
    call(cockpit.findCockpit, { mail, customerId }),
    call(cockpit.correctMatch, { address: 'jemand@fremd.test', customerId }),
  ];
}

/** The rest: endpoints that name no record. */
export function callsAboutNothing(): GoodCall[] {
  return [
    call(user.getMe, {}),
    call(user.listColleagues, {}),
    call(rights.listPeople, {}),
    call(rights.updatePerson, { id: noId, active: false }),
    call(customer.listCustomers, {}),
    call(customer.createCustomer, examples.buildNewCustomer({ ownerId, name: 'Neu GmbH' })),
    call(cockpit.matchMail, { mail: examples.buildMail() }),
    call(imports.describeImport, {}),
    call(imports.listImportSources, {}),
    call(imports.createImportSource, { name: 'Kunden aus dem ERP', kind: 'customers' }),
    call(imports.updateImportSource, { id: noId, name: 'Andere' }),
    call(imports.uploadImportFile, { name: 'kunden.csv' }),
    call(previewImport, { kind: 'customers', fileId: noId }),
    call(imports.startImport, { kind: 'customers', fileId: noId, isDryRun: true }),
    call(imports.listImportRuns, {}),
    call(imports.getImportRun, { id: noId }),
    call(imports.cancelImport, { id: noId }),
    call(imports.undoImport, { id: noId }),
    call(imports.getImportErrors, { id: noId }),
    call(attribute.listAttributes, {}),
    call(attribute.createAttribute, {
      recordKind: 'customer',
      labelDe: 'Marke',
      labelEn: 'Brand',
      type: 'text',
    }),
    call(attribute.updateAttribute, { id: noId, labelDe: 'Marke' }),
    call(attribute.deleteAttribute, { id: noId }),
    call(duplicate.findSimilarCustomers, { name: 'Hollerbach' }),
    call(duplicate.listDuplicates, {}),
    call(duplicate.dismissDuplicate, { id: noId }),
    call(merge.previewMerge, { winnerId: noId, loserId: noId }),
    call(merge.mergeCustomers, { winnerId: noId, loserId: noId, winnerVersion: 1, loserVersion: 1 }),
    call(merge.previewContactMerge, { winnerId: noId, loserId: noId }),
    call(merge.mergeContacts, { winnerId: noId, loserId: noId, winnerVersion: 1, loserVersion: 1 }),
    call(merge.undoMerge, { id: noId }),
    call(merge.followMergedCustomer, { customerId: noId }),
    call(list.listFields, { kind: 'customer' }),
    call(list.runList, { kind: 'quote', columns: ['number', 'total', 'customer.name'], filter: manyQuotes }),
    call(list.countList, { kind: 'quote', filter: manyQuotes }),
    call(list.exportList, { kind: 'customer', columns: ['name'], format: 'csv' }),
    call(savedList.listSavedLists, {}),
    call(savedList.getSavedList, { id: noId }),
    call(savedList.createSavedList, { name: 'Alle', definition: { kind: 'customer', columns: ['name'] } }),
    call(savedList.updateSavedList, { id: noId, name: 'Andere' }),
    call(savedList.deleteSavedList, { id: noId }),
    call(rating.getRatingRules, {}),
    call(rating.listRatingVersions, {}),
    call(rating.previewRatingRules, { rules: [buildRatingRule()] }),
    call(rating.saveRatingRules, {
      rules: [buildRatingRule()],
      strategy: buildStrategies(),
    }),
    call(visit.listDueVisits, {}),
    call(visit.getVisitWeek, { day: '2026-09-03' }),
    call(visit.getBusyTimes, { day: '2026-09-03' }),
    call(visit.findAppointmentVisit, { appointmentId: 'AAMkfremd=' }),
    call(visitQuestion.listVisitQuestions, {}),
    call(visitQuestion.createVisitQuestion, { text: 'Zufrieden?', kind: 'yes_no' }),
    call(visitQuestion.updateVisitQuestion, { id: noId, text: 'Anders?' }),
    call(address.updateAddress, { id: noId, label: 'Anders' }),
    call(address.removeAddress, { id: noId }),
    call(audit.undoChange, { id: noId }),
    call(activity.addAttachment, { id: noId, name: 'notiz.txt' }),
    call(activity.removeAttachment, { id: noId }),
    call(neverLog.listNeverLog, {}),
    call(neverLog.addNeverLog, { kind: 'domain', value: 'steuerkanzlei-nord.test' }),
    call(neverLog.removeNeverLog, { id: noId }),
    call(sentMail.getMailSettings, {}),
    call(sentMail.setMailSettings, { logOnSend: false }),
    call(sentMail.listSentMails, {}),
    call(sentMail.tellSentMail, {
      id: noId,
      isLogged: false,
      subject: 'Angebot',
      recipients: ['s.tietz@hollerbach-metallbau.test'],
      secondsAgo: 0,
    }),
    call(getSendFacts, {
      recipients: ['s.tietz@hollerbach-metallbau.test'],
      attachmentNames: ['Angebot.pdf'],
    }),
    call(thread.listThreads, {}),
    call(thread.leaveThread, { id: noId }),
    call(thread.logReply, { id: noId, mail: examples.buildMail() }),
    call(choice.listChoices, {}),
    call(choice.createChoice, { kind: 'sector', name: 'Glasbau' }),
    call(choice.updateChoice, { id: noId, name: 'Anders' }),
    call(choice.removeChoice, { id: noId }),
    call(territory.listTerritories, {}),
    call(territory.createTerritory, { name: 'Ost', postcodePrefixes: ['01-09'] }),
    call(territory.updateTerritory, { id: noId, name: 'Anders' }),
    call(territory.removeTerritory, { id: noId }),
    call(territory.listTerritoryCustomers, { id: noId }),
    call(territory.listCustomerInTerritory, { id: noId, territoryId: null }),
    call(workingTime.getWorkingTime, {}),
    call(workingTime.listHolidays, { year: 2026 }),
    call(workingTime.updateCompanyTime, { region: 'DE-BY' }),
    call(workingTime.createLocation, { name: 'Hamburg', region: 'DE-HH', week }),
    call(workingTime.updateLocation, { id: noId, name: 'Anders' }),
    call(workingTime.removeLocation, { id: noId }),
    call(workingTime.createCompanyHoliday, {
      name: 'Betriebsferien',
      firstOn: '2026-12-24',
      lastOn: '2026-12-31',
    }),
    call(workingTime.updateCompanyHoliday, { id: noId, name: 'Anders' }),
    call(workingTime.removeCompanyHoliday, { id: noId }),
    call(analysis.getComplaintAnalysis, { from: '2026-01-01', to: '2026-09-03' }),
    call(analysis.getComplaintBreakdown, { from: '2026-01-01', to: '2026-09-03', by: 'class' }),
    call(analysis.listAnalysedComplaints, { from: '2026-01-01', to: '2026-09-03' }),
    call(analysis.exportComplaintAnalysis, { from: '2026-01-01', to: '2026-09-03', format: 'csv' }),
    call(analysis.getComplaintAnalysisSettings, {}),
    call(analysis.updateComplaintAnalysisSettings, { ranksOwners: true }),
    call(cause.listComplaintCauses, {}),
    call(cause.createComplaintCause, { name: 'Transport' }),
    call(cause.updateComplaintCause, { id: noId, name: 'Anders' }),
    call(cause.removeComplaintCause, { id: noId }),
    call(measure.getGoodwillLimits, {}),
    call(measure.updateGoodwillLimits, { salesCents: 30_000 }),
    call(getMyDay, {}),
    call(search, { q: 'Hollerbach' }),
  ];
}
