// Everything a screen says in German, one file per screen beside this one. Sentences only; no logic but filling in values.
import { activity } from './de/activity.ts';
import { cockpit } from './de/cockpit.ts';
import { common } from './de/common.ts';
import { customer } from './de/customer.ts';
import { errors } from './de/errors.ts';
import { followUp } from './de/follow-up.ts';
import { pane } from './de/pane.ts';

export const de = { common, errors, pane, cockpit, activity, followUp, customer };
