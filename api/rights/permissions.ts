// The one table of who may call what; tests/api/rights.test.ts proves that every endpoint stands in it.
import type { Permission, Role } from '#contract/user.ts';

const everyone = ['sales', 'manager', 'admin', 'partner'] as const;
const staff = ['sales', 'manager', 'admin'] as const;
const deciders = ['manager', 'admin'] as const;
const admin = ['admin'] as const;

/** Endpoint name → roles that may call it. Which records they see of it is said in visible.ts. */
export const rolesAllowed: Readonly<Record<string, readonly Role[]>> = {
  getMe: everyone,
  listColleagues: staff,
  listPeople: admin,
  updatePerson: admin,

  matchMail: everyone,
  findCockpit: everyone,
  getCockpit: everyone,
  correctMatch: staff,
  previewMail: staff,
  getSendFacts: staff,
  getMailSettings: staff,
  setMailSettings: staff,
  tellSentMail: staff,
  listSentMails: staff,

  listCustomers: everyone,
  getCustomer: everyone,
  createCustomer: staff,
  updateCustomer: staff,
  moveCustomer: staff,
  getCustomerGroup: staff,
  listAddresses: everyone,
  createAddress: staff,
  updateAddress: staff,
  removeAddress: staff,
  getCustomerInsights: staff,
  getCustomerRevenue: staff,
  listContacts: everyone,
  createContact: staff,
  updateContact: staff,
  moveContact: staff,
  getConsents: staff,
  recordConsent: staff,

  dismissDuplicate: staff,
  findSimilarContacts: staff,
  findSimilarCustomers: staff,
  followMergedCustomer: everyone,
  listDuplicateContacts: staff,
  listDuplicates: staff,
  listMerges: staff,
  listTwins: staff,
  mergeContacts: staff,
  mergeCustomers: staff,
  previewContactMerge: staff,
  previewMerge: staff,
  undoMerge: staff,

  listChoices: staff,
  createChoice: admin,
  updateChoice: admin,
  removeChoice: admin,
  listTerritories: deciders,
  createTerritory: admin,
  updateTerritory: admin,
  removeTerritory: admin,
  listTerritoryCustomers: deciders,
  listCustomerInTerritory: admin,

  logActivity: staff,
  listActivities: everyone,
  getActivity: everyone,
  updateActivity: staff,
  undoActivity: staff,
  listNeverLog: staff,
  addNeverLog: staff,
  removeNeverLog: staff,
  listThreads: staff,
  followThread: staff,
  leaveThread: staff,
  logReply: staff,
  addAttachment: staff,
  getAttachment: everyone,
  retryAttachment: staff,
  removeAttachment: staff,

  listAudit: staff,
  undoChange: staff,

  createFollowUp: staff,
  getFollowUp: staff,
  listFollowUps: staff,
  updateFollowUp: staff,
  retryFollowUp: staff,

  draftComplaint: everyone,
  reportComplaint: everyone,
  getComplaint: everyone,
  listComplaints: everyone,
  updateComplaint: staff,
  moveComplaint: staff,
  moveEscalation: staff,
  listMeasures: staff,
  addMeasure: staff,
  decideMeasure: staff,
  addComplaintNote: staff,
  prepareClosingMail: staff,
  getGoodwillLimits: staff,
  updateGoodwillLimits: admin,

  getComplaintAnalysis: staff,
  getComplaintBreakdown: staff,
  listAnalysedComplaints: staff,
  exportComplaintAnalysis: staff,
  getComplaintAnalysisSettings: staff,
  updateComplaintAnalysisSettings: admin,
  listComplaintCauses: staff,
  createComplaintCause: admin,
  updateComplaintCause: admin,
  removeComplaintCause: admin,
  getCauseOfComplaint: staff,
  setCauseOfComplaint: staff,

  listAttributes: everyone,
  describeImport: admin,
  listImportSources: admin,
  createImportSource: admin,
  updateImportSource: admin,
  uploadImportFile: admin,
  previewImport: admin,
  startImport: admin,
  listImportRuns: admin,
  getImportRun: admin,
  cancelImport: admin,
  undoImport: admin,
  getImportErrors: admin,

  createAttribute: admin,
  updateAttribute: admin,
  deleteAttribute: admin,
  getRecordAttributes: everyone,
  updateRecordAttributes: staff,

  listFields: staff,
  runList: staff,
  countList: staff,
  exportList: staff,
  listSavedLists: staff,
  getSavedList: staff,
  createSavedList: staff,
  updateSavedList: staff,
  deleteSavedList: staff,

  getRatingRules: staff,
  listRatingVersions: deciders,
  previewRatingRules: deciders,
  saveRatingRules: admin,

  getMyDay: staff,

  listDueVisits: staff,
  getVisitWeek: staff,
  getBusyTimes: staff,
  proposeVisitSlots: staff,
  planVisit: staff,
  getVisit: staff,
  listVisits: staff,
  updateVisit: staff,
  cancelVisit: staff,
  retryVisit: staff,
  findAppointmentVisit: staff,
  getVisitPreparation: staff,
  getVisitReport: staff,
  reportVisit: staff,
  updateVisitReport: staff,
  listVisitQuestions: staff,
  createVisitQuestion: ['manager', 'admin'],
  updateVisitQuestion: ['manager', 'admin'],

  getWorkingTime: staff,
  listHolidays: staff,
  updateCompanyTime: admin,
  createLocation: admin,
  updateLocation: admin,
  removeLocation: admin,
  createCompanyHoliday: admin,
  updateCompanyHoliday: admin,
  removeCompanyHoliday: admin,

  search: everyone,
};

const rolesPermitted: Readonly<Record<Permission, readonly Role[]>> = {
  'activity.log': staff,
  'customer.create': staff,
  'customer.edit': staff,
  'complaint.create': everyone,
  'complaint.handle': staff,
  'escalation.decide': ['manager', 'admin'],
  'follow_up.create': staff,
  'figures.see': staff,
};

/** Whether a role may call an endpoint; an endpoint that nobody entered in the table is closed to all. */
export function mayCall(role: Role, endpointName: string): boolean {
  return rolesAllowed[endpointName]?.includes(role) ?? false;
}

/** All that a role may do, for the screens. */
export function listPermissions(role: Role): Permission[] {
  const all = Object.keys(rolesPermitted) as Permission[]; // the keys of a Record<Permission, …>
  return all.filter((permission) => rolesPermitted[permission].includes(role));
}

/** What is left of it while an administrator only looks. */
export function readingPermissions(role: Role): Permission[] {
  return listPermissions(role).filter((permission) => permission.endsWith('.see'));
}
