// "Meine Wiedervorlagen" as a card: choose some, then done or put off; the answer to a press is the list as it then is.
import type { Json } from './elements.ts';
import { banner, buttonRows, execute, openUrl, text } from './elements.ts';
import { createFormat } from './format.ts';
import { plainText } from './plain-text.ts';
import { english, german } from './words.ts';

export const followUpVerbs = { done: 'follow_ups.done', postpone: 'follow_ups.postpone' } as const;
export type FollowUpStep = keyof typeof followUpVerbs;

export interface FollowUpLine {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly customer: string;
  readonly dueOn: string;
}

export interface FollowUpsView {
  readonly lines: readonly FollowUpLine[];
  /** Open ones that the card has no room for. */
  readonly more: number;
  readonly today: string;
  readonly nextDay: string;
  readonly dayUrl: string;
  readonly timeZone: string;
  readonly now: string;
}

/** What the last press did; null before the first one. */
export interface FollowUpsDone {
  readonly step: FollowUpStep;
  readonly changed: readonly string[];
  /** Changed by somebody else meanwhile; left as they are. */
  readonly stale: readonly string[];
}

const words = {
  de: {
    title: 'Ihre Wiedervorlagen',
    none: 'Bei Ihnen steht keine Wiedervorlage an.',
    choose: 'Was ist erledigt oder soll warten?',
    overdue: (on: string) => `überfällig seit ${on}`,
    more: (count: number) => `${count} weitere in Mein Tag.`,
    done: 'Erledigt',
    postpone: (on: string) => `Auf ${on}`,
    open: 'Mein Tag öffnen',
    wasDone: (titles: string) => `Erledigt: ${titles}`,
    wasPostponed: (titles: string, on: string) => `Auf ${on} gelegt: ${titles}`,
    wasChanged: (titles: string) => `Inzwischen geändert, nichts getan: ${titles}`,
    noneChosen: 'Bitte kreuzen Sie zuerst etwas an.',
  },
  en: {
    title: 'Your follow-ups',
    none: 'No follow-up is due with you.',
    choose: 'What is done, or shall wait?',
    overdue: (on: string) => `overdue since ${on}`,
    more: (count: number) => `${count} more in My day.`,
    done: 'Done',
    postpone: (on: string) => `Move to ${on}`,
    open: 'Open My day',
    wasDone: (titles: string) => `Done: ${titles}`,
    wasPostponed: (titles: string, on: string) => `Moved to ${on}: ${titles}`,
    wasChanged: (titles: string) => `Changed meanwhile, nothing done: ${titles}`,
    noneChosen: 'Please tick something first.',
  },
};

/** The card as it stands now, with what the last press did above it. */
export function followUpsCard(view: FollowUpsView, done: FollowUpsDone | null, language: 'de' | 'en'): Json {
  const say = words[language];
  const { lines, more, dayUrl } = view;
  const format = createFormat({
    words: language === 'de' ? german : english,
    timeZone: view.timeZone,
    now: view.now,
  });
  const day = (on: string) => format.until(`${on}T12:00:00Z`).split(',')[0] ?? on;
  const titles = lines.map(({ title }) => plainText(title, 80));
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: language,
    fallbackText: [say.title, ...(titles.length === 0 ? [say.none] : titles)].join(' · '),
    body: [
      text(say.title, { weight: 'Bolder', style: 'heading' }),
      ...(done === null ? [] : told(done, say, day(view.nextDay))),
      ...(lines.length === 0 ? [text(say.none)] : [choice(view, say, day)]),
      ...(more > 0 ? [text(say.more(more), { isSubtle: true, size: 'Small' })] : []),
      ...buttonRows([
        ...(lines.length === 0 ? [] : buttons(say, day(view.nextDay))),
        openUrl(say.open, dayUrl),
      ]),
    ],
  };
}

type Say = (typeof words)['de'];

function choice({ lines, today }: FollowUpsView, say: Say, day: (on: string) => string): Json {
  const when = (on: string) => (on < today ? say.overdue(day(on)) : day(on));
  const choices = lines.map(({ id, version, title, customer, dueOn }) => ({
    title: `${plainText(title, 80)}\u00a0– ${plainText(customer, 60)}, ${when(dueOn)}`,
    // an older version has been changed since: a press sent twice does nothing the second time
    value: `${id}:${version}`,
  }));
  return {
    type: 'Input.ChoiceSet',
    id: 'chosen',
    label: say.choose,
    style: 'expanded',
    isMultiSelect: true,
    wrap: true,
    choices,
  };
}

function buttons(say: Say, nextDay: string): Json[] {
  return [
    execute(say.done, followUpVerbs.done, {}, { style: 'positive' }),
    execute(say.postpone(nextDay), followUpVerbs.postpone, {}),
  ];
}

function told({ step, changed, stale }: FollowUpsDone, say: Say, nextDay: string): Json[] {
  const names = (titles: readonly string[]) => titles.map((title) => plainText(title, 80)).join(', ');
  const acted = step === 'done' ? say.wasDone(names(changed)) : say.wasPostponed(names(changed), nextDay);
  if (changed.length + stale.length === 0) return [banner('warning', [say.noneChosen])];
  return [
    ...(changed.length === 0 ? [] : [banner('good', [acted])]),
    ...(stale.length === 0 ? [] : [banner('warning', [say.wasChanged(names(stale))])]),
  ];
}
