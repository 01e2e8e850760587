// What the seed knows of a customer and its people.
import type { TerritoryName } from './people.ts';

export interface SeedContact {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly language: 'de' | 'en';
  readonly consents: readonly {
    channel: 'email' | 'phone' | 'letter';
    state: 'allowed' | 'objected';
    basis: string;
    since: string;
  }[];
}

export interface SeedCustomer {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: 'company' | 'private';
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly phone: string;
  readonly territory: TerritoryName;
  readonly targetGroup: string;
  readonly employees: number;
  readonly shareOfWallet: number | null;
  readonly paymentTermDays: number;
  readonly competitor: string | null;
  readonly since: string;
  readonly domains: readonly string[];
  readonly groups: readonly string[];
  readonly contacts: readonly SeedContact[];
  /** What they buy in a year, and how often; a share of the year's revenue left out means silence. */
  readonly yearlyCents: number;
  readonly ordersPerYear: number;
  /** Days without any order before today; 0 for those who order as usual. */
  readonly silentDays: number;
  /** Revenue of this year against the last, in percent. */
  readonly trendPercent: number;
  /** Of what they pay, what is left after goods and freight. */
  readonly marginPercent: number;
  /** How much the time between two orders varies, in percent of it. */
  readonly rhythmJitter: number;
}
