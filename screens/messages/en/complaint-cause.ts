// Causes of complaints, in English.
import type {
  causeSettings as causeSettingsDe,
  complaintCause as complaintCauseDe,
} from '../de/complaint-cause.ts';

export const complaintCause: typeof complaintCauseDe = {
  because: {
    order: 'the same order',
    product: 'the same article, the same category',
    cause: 'the same cause',
  },
  title: 'Cause',
  loading: 'Loading the cause',
  none: 'No cause given yet.',
  noneToChoose: 'There are no causes yet. The administration creates them in the settings.',
  retired: (path) => `${path} (retired)`,
  give: 'Give a cause',
  change: 'Change cause',
  choose: 'Cause of the complaint',
  noCause: 'No cause',
  save: 'Save',
  failed: 'Not saved',
  stale: 'Somebody has changed the complaint meanwhile. Please choose again.',
  repeat: 'Repeat complaint',
  repeatOf: (count) =>
    count === 1
      ? 'This customer had the same once in the 12 months before.'
      : `This customer had the same ${count} times in the 12 months before.`,
  former: 'Former complaints',
};

export const causeSettings: typeof causeSettingsDe = {
  title: 'Causes of complaints',
  intro:
    'Up to three levels. Whoever works on a complaint gives it a cause. What is in use can be retired, not deleted.',
  loading: 'Loading causes',
  empty: 'No cause yet. Begin with the large areas, such as goods, warehouse and transport.',
  list: 'Causes',
  newTop: 'New cause on the first level',
  add: 'Add',
  addUnder: 'Add a cause below',
  newUnder: (name) => `New cause under “${name}”`,
  actions: (name) => `Actions for “${name}”`,
  rename: 'Rename',
  newName: (name) => `New name for “${name}”`,
  up: 'Move up',
  down: 'Move down',
  move: 'Move',
  moveUnder: (name) => `Move “${name}” under`,
  firstLevel: 'First level',
  retire: 'Retire',
  restore: 'Use again',
  remove: 'Delete',
  save: 'Save',
  retired: 'retired',
  uses: (count) => (count === 1 ? '1 complaint' : `${count} complaints`),
  failed: 'Not saved',
  stale: 'Somebody has changed the causes meanwhile. The list is up to date now.',
  inUse: 'It is in use or has causes below it. Retire it instead.',
  there: (name) => `“${name}” is there already.`,
  ranking: 'Analysis by person',
  rankingIntro:
    'Figures of single persons are off. Turn them on only if that is agreed in your company, for example with the works council.',
  ranksOwners: 'Analyse complaints by owner',
  saved: 'Saved',
};
