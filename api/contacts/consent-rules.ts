// What a person's word about a channel changes, and whether marketing may use the channel. Pure.
import type { ChannelConsent, ConsentEvent } from '#contract/consent.ts';
import type { Consent } from '#contract/customer.ts';

export type ConsentState = ChannelConsent['state'];

/**
 * The state after a step; null when the step does not fit. An objection always wins: while it stands, only the person
 * lifting it changes anything, and lifting it gives no consent.
 */
export function consentAfter(state: ConsentState, step: ConsentEvent['step']): ConsentState | null {
  if (step === 'objected') return 'objected';
  if (state === 'objected') return step === 'objection_lifted' ? 'none' : null;
  if (step === 'allowed') return 'allowed';
  return step === 'withdrawn' && state === 'allowed' ? 'none' : null;
}

/**
 * Whether marketing may use a channel. Letters need no consent, only no objection (UWG § 7); everything else does.
 * A blocked or archived customer gets no marketing at all.
 */
export function marketingOf(
  channel: Consent['channel'],
  state: ConsentState,
  customer: { readonly isBlocked: boolean; readonly isArchived: boolean },
): ChannelConsent['marketing'] {
  if (state === 'objected') return { allowed: false, reason: 'objection' };
  if (customer.isBlocked) return { allowed: false, reason: 'blocked' };
  if (customer.isArchived) return { allowed: false, reason: 'archived' };
  if (state === 'allowed') return { allowed: true, reason: 'consent' };
  return channel === 'letter'
    ? { allowed: true, reason: 'no_objection' }
    : { allowed: false, reason: 'no_consent' };
}
