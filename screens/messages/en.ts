// Everything a screen says in English; typed by the German catalogue, so that nothing can be missing.
import type { de } from './de.ts';
import { activity } from './en/activity.ts';
import { cockpit } from './en/cockpit.ts';
import { common } from './en/common.ts';
import { customer } from './en/customer.ts';
import { errors } from './en/errors.ts';
import { followUp } from './en/follow-up.ts';
import { pane } from './en/pane.ts';

export const en: typeof de = { common, errors, pane, cockpit, activity, followUp, customer };
