// Row types of every table, for Kysely, joined room by room. Change the migration first, then the type.
import type { ActivityTables } from './tables/activities.ts';
import type { AddressTables } from './tables/addresses.ts';
import type { AttributeTables } from './tables/attributes.ts';
import type { AuditTables } from './tables/audit.ts';
import type { ChoiceTables } from './tables/choices.ts';
import type { ComplaintAnalysisTables } from './tables/complaint-analysis.ts';
import type { ComplaintTables } from './tables/complaints.ts';
import type { ContactTables } from './tables/contacts.ts';
import type { CustomerTables } from './tables/customers.ts';
import type { DocumentTables } from './tables/documents.ts';
import type { DuplicateTables } from './tables/duplicates.ts';
import type { FollowUpTables } from './tables/follow-ups.ts';
import type { ImportTables } from './tables/import.ts';
import type { ListTables } from './tables/lists.ts';
import type { MailTables } from './tables/mails.ts';
import type { OrganizationTables } from './tables/organizations.ts';
import type { RatingTables } from './tables/rating.ts';
import type { SearchTables } from './tables/search.ts';
import type { TerritoryTables } from './tables/territories.ts';
import type { UserTables } from './tables/users.ts';
import type { VisitTables } from './tables/visits.ts';
import type { WorkingTimeTables } from './tables/working-time.ts';

/** Every table by its name; a new one is entered in the file of its room. */
export interface Tables
  extends
    ActivityTables,
    AddressTables,
    AttributeTables,
    AuditTables,
    ChoiceTables,
    ComplaintAnalysisTables,
    ComplaintTables,
    ContactTables,
    CustomerTables,
    DocumentTables,
    DuplicateTables,
    FollowUpTables,
    ImportTables,
    ListTables,
    MailTables,
    OrganizationTables,
    RatingTables,
    SearchTables,
    TerritoryTables,
    UserTables,
    VisitTables,
    WorkingTimeTables {}
