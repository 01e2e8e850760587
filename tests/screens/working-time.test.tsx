// @vitest-environment jsdom
// Working time in the settings: weeks in words, days as people type them, and what is sent.
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { listTerritories } from '#contract/territory.ts';
import {
  createCompanyHoliday,
  getWorkingTime,
  listHolidays,
  updateCompanyTime,
  type CompanyTime,
  type WorkingWeek,
} from '#contract/working-time.ts';
import { exampleId } from '#contract/examples-people.ts';
import { workingTime as words } from '#screens/messages/de/working-time.ts';
import { dayText, parseDay, timeText, weekText } from '#screens/working-time/words.ts';
import { WorkingTimeSection } from '#screens/working-time/working-time-section.tsx';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const office = { from: '08:00', to: '17:00' };
const short = { from: '08:00', to: '14:00' };

describe('a week in words', () => {
  it.each<[string, WorkingWeek]>([
    ['Mo–Fr 08:00–17:00', [office, office, office, office, office, null, null]],
    ['Mo–Do 08:00–17:00, Fr 08:00–14:00', [office, office, office, office, short, null, null]],
    ['Mo–Di 08:00–17:00, Do 08:00–17:00, Sa 08:00–14:00', [office, office, null, office, null, short, null]],
    ['So 08:00–14:00', [null, null, null, null, null, null, short]],
  ])('%s', (expected, week) => {
    expect(weekText(week, words)).toBe(expected);
  });
});

describe('a day as it is typed', () => {
  it.each([
    ['24.12.2026', '2026-12-24'],
    ['1.5.26', '2026-05-01'],
    ['2026-05-01', '2026-05-01'],
    ['29.02.2028', '2028-02-29'],
    ['30.02.2026', null],
    ['31.4.2026', null],
    ['morgen', null],
    ['', null],
  ])('%s is %s', (text, expected) => {
    expect(parseDay(text)).toBe(expected);
    if (expected !== null) expect(parseDay(dayText(expected))).toBe(expected);
  });
});

it.each([
  ['7', '07:00'],
  ['7:30', '07:30'],
  ['0730', '07:30'],
  ['16.30', '16:30'],
  ['08:00', '08:00'],
  ['halb acht', 'halb acht'],
])('the time %s is %s', (text, expected) => {
  expect(timeText(text)).toBe(expected);
});

describe('the section', () => {
  const company: CompanyTime = {
    version: 3,
    timeZone: 'Europe/Berlin',
    region: 'DE-BW',
    week: [office, office, office, office, office, null, null],
    warnFirstAnswerMinutes: 60,
    warnResolutionMinutes: 240,
  };
  const server = () =>
    createSignedInServer()
      .answers(getWorkingTime, { company, locations: [], holidays: [], isReckoning: false })
      .answers(listTerritories, { items: [], isRecalculating: false })
      .answers(listHolidays, {
        items: [{ day: '2026-06-04', name: { de: 'Fronleichnam', en: 'Corpus Christi' }, isPublic: true }],
      });

  it('a free Friday is sent with the version one has seen', async () => {
    const answering = server().answers(updateCompanyTime, company);
    const { user } = drawScreen(answering, <WorkingTimeSection />);
    await user.click(await screen.findByRole('button', { name: /^Unternehmen/ }));
    await user.click(screen.getByRole('checkbox', { name: 'Freitag' }));
    await user.click(screen.getByRole('button', { name: 'Speichern' }));

    await screen.findByText('Fronleichnam');
    const [letter] = answering.lettersTo(updateCompanyTime);
    expect(letter?.input).toMatchObject({ week: [office, office, office, office, null, null, null] });
    expect(letter?.headers.get('if-match')).toBe('"3"');
  });

  it('days off need a name and a date that exists', async () => {
    const made = { name: 'Betriebsausflug', locationId: null, firstOn: '2026-09-18', lastOn: '2026-09-18' };
    const answering = server().answers(createCompanyHoliday, {
      ...made,
      id: exampleId(1),
      version: 1,
      isYearly: false,
    });
    const { user } = drawScreen(answering, <WorkingTimeSection />);
    await user.click(await screen.findByRole('button', { name: 'Freie Tage eintragen' }));
    const form = within(screen.getByRole('form', { name: 'Freie Tage eintragen' }));
    await user.type(form.getByRole('textbox', { name: 'Name' }), 'Betriebsausflug');
    await user.type(form.getByRole('textbox', { name: 'Erster freier Tag' }), '31.9.2026');
    await user.click(screen.getByRole('button', { name: 'Speichern' }));
    const refused = await screen.findByText(words.dayUnfit);
    await user.clear(form.getByRole('textbox', { name: 'Erster freier Tag' }));
    await user.type(form.getByRole('textbox', { name: 'Erster freier Tag' }), '18.9.26');
    await user.click(screen.getByRole('button', { name: 'Speichern' }));

    await screen.findByText('Fronleichnam');
    expect(refused).not.toBeNull();
    expect(answering.lettersTo(createCompanyHoliday).map(({ input }) => input)).toEqual([
      { ...made, isYearly: false },
    ]);
  });
});
