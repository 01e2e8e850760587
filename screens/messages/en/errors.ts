// Every error code as people read it in English.
import type { errors as german } from '../de/errors.ts';

export const errors: typeof german = {
  no_connection: {
    title: 'No connection',
    why: 'The server did not answer.',
    next: 'Check your connection and try again.',
  },
  unavailable: {
    title: 'Not available right now',
    why: 'The server is not ready for a moment.',
    next: 'Try again in a minute.',
  },
  outside_unavailable: {
    title: 'Microsoft 365 does not answer',
    why: 'Microsoft’s service cannot be reached right now.',
    next: 'Try again in a few minutes.',
  },
  internal: {
    title: 'That did not work',
    why: 'An error occurred in the server.',
    next: 'Try again, or give the reference to your administrator.',
  },
  invalid_input: {
    title: 'Please check your input',
    why: 'At least one entry is missing or does not fit.',
    next: 'The fields concerned are marked.',
  },
  malformed_json: {
    title: 'That did not work',
    why: 'The server could not read the request.',
    next: 'Reload this view.',
  },
  not_signed_in: {
    title: 'You are not signed in',
    why: 'The customer cockpit knows you only after sign-in.',
    next: 'Sign in with your company account.',
  },
  token_expired: {
    title: 'Your sign-in has expired',
    why: 'For safety it is valid for a limited time only.',
    next: 'Sign in again.',
  },
  no_role: {
    title: 'You do not have a role yet',
    why: 'Your account has no role in the customer cockpit.',
    next: 'Ask your administrator for a role, for example “Sales”.',
  },
  forbidden: {
    title: 'You do not have permission',
    why: 'Your role does not allow this step.',
    next: 'Ask your administrator.',
  },
  not_found: {
    title: 'Not found',
    why: 'The record no longer exists or is not shared with you.',
    next: 'Ask your administrator or whoever looks after the territory.',
  },
  stale_version: {
    title: 'Changed in the meantime',
    why: 'Someone else has saved this record.',
    next: 'Nothing is overwritten. Reload it, then decide.',
  },
  version_required: {
    title: 'That did not work',
    why: 'The state of the record was not known.',
    next: 'Reload this view.',
  },
  idempotency_mismatch: {
    title: 'Your first version is already saved',
    why: 'It arrived although no answer came back. Your later change was not taken over.',
    next: 'Go back and change the saved record.',
  },
  idempotency_running: {
    title: 'Being saved',
    why: 'Your first attempt is still running.',
    next: 'Try again in a few seconds.',
  },
  transition_not_allowed: {
    title: 'This step is no longer possible',
    why: 'The state has changed in the meantime.',
    next: 'Reload this view.',
  },
  already_decided: {
    title: 'Already decided',
    why: 'Someone else has already decided this escalation.',
    next: 'Reload this view to see the decision.',
  },
  in_use: {
    title: 'Still in use',
    why: 'Other records carry this value.',
    next: 'Change those records first, or rename the value.',
  },
  never_log: {
    title: 'On the never-log list',
    why: 'Such emails are not logged.',
    next: 'Choose “Log anyway” if this one is an exception.',
  },
  duplicate: {
    title: 'Already there',
    why: 'A record with these details exists.',
    next: 'Look for that record or change the details.',
  },
  too_large: {
    title: 'Too large',
    why: 'The details are larger than allowed.',
    next: 'Shorten the text or choose fewer attachments.',
  },
  too_many_requests: {
    title: 'Too many requests',
    why: 'Very many requests came from your account or your network in a short time.',
    next: 'Try again in a minute.',
  },
  unsupported_media_type: {
    title: 'That did not work',
    why: 'The server does not accept this kind of data.',
    next: 'Reload this view.',
  },
  method_not_allowed: {
    title: 'That did not work',
    why: 'The server does not know this step.',
    next: 'Reload this view.',
  },
  consent_required: {
    title: 'Consent is missing',
    why: 'Your administrator has not yet consented to the access to Microsoft 365.',
    next: 'Ask your administrator to consent to the application “Kundencockpit”.',
  },
};
