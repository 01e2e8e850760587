// "Arbeitszeit" in the settings: the company's hours, locations with their own, days off.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { Building20Regular, CalendarLtr20Regular, Clock20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { getWorkingTime, type CompanyHoliday, type Location } from '#contract/working-time.ts';
import type { Reply } from '#contract/endpoint.ts';
import { useWorkingTimeMessages } from '../messages/working-time-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { CompanyForm, regionOf } from './company-form.tsx';
import { HolidayForm } from './holiday-form.tsx';
import { HolidayList } from './holiday-list.tsx';
import { LocationForm } from './location-form.tsx';
import { holidayText, weekText } from './words.ts';

const whileReckoningMs = 2_000;
type Time = Reply<typeof getWorkingTime>;
type Open =
  | { kind: 'company' }
  | { kind: 'location'; location: Location | null }
  | { kind: 'holiday'; holiday: CompanyHoliday | null };

export function WorkingTimeSection() {
  const styles = useStyles();
  const words = useWorkingTimeMessages();
  const [open, setOpen] = useState<Open | null>(null);
  const everyMs = (reply: Time | null) => (reply?.isReckoning ? whileReckoningMs : null);
  const state = useReply(getWorkingTime, {}, { everyMs });
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={6} />}>
      {(time) =>
        open === null ? (
          <section aria-label={words.title} className={styles.section}>
            <h2 className={styles.title}>{words.title}</h2>
            <p className={styles.intro}>{words.intro}</p>
            {time.isReckoning && (
              <MessageBar intent="info" role="status">
                <MessageBarBody>{words.reckoning}</MessageBarBody>
              </MessageBar>
            )}
            <Overview time={time} onOpen={setOpen} />
          </section>
        ) : (
          <OpenForm time={time} open={open} onBack={() => setOpen(null)} />
        )
      }
    </Loaded>
  );
}

function OpenForm({ time, open, onBack }: { time: Time; open: Open; onBack: () => void }) {
  const { company, locations } = time;
  if (open.kind === 'company') return <CompanyForm company={company} onBack={onBack} />;
  if (open.kind === 'location')
    return <LocationForm location={open.location} usual={company} onBack={onBack} />;
  return <HolidayForm holiday={open.holiday} locations={locations} onBack={onBack} />;
}

function Overview({ time, onOpen }: { time: Time; onOpen: (open: Open) => void }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useWorkingTimeMessages();
  const { company, locations, holidays } = time;
  const hours = (one: { week: Time['company']['week']; region: string }) =>
    words.companyText(weekText(one.week, words), words.regions[regionOf(one.region)]);
  const minutes = (value: number) => format.workingTime(value);
  const placeOf = (holiday: CompanyHoliday) =>
    locations.find(({ id }) => id === holiday.locationId)?.name ?? words.everywhere;
  return (
    <>
      <Rows label={words.company}>
        <Row
          icon={<Clock20Regular />}
          title={words.company}
          detail={`${hours(company)} · ${words.warnings(
            minutes(company.warnFirstAnswerMinutes),
            minutes(company.warnResolutionMinutes),
          )}`}
          wrapsDetail
          onOpen={() => onOpen({ kind: 'company' })}
        />
      </Rows>
      <Section
        title={words.locations}
        aside={
          <Button size="small" onClick={() => onOpen({ kind: 'location', location: null })}>
            {words.addLocation}
          </Button>
        }
      >
        {locations.length === 0 && <p className={styles.quiet}>{words.noLocations}</p>}
        <Rows label={words.locations}>
          {locations.map((location) => {
            const names = location.territories.map(({ name }) => name).join(', ');
            const where = names === '' ? words.noTerritories : words.territories(names);
            return (
              <Row
                key={location.id}
                icon={<Building20Regular />}
                title={location.name}
                detail={`${hours(location)} · ${where}`}
                wrapsDetail
                onOpen={() => onOpen({ kind: 'location', location })}
              />
            );
          })}
        </Rows>
      </Section>
      <Section
        title={words.holidays}
        aside={
          <Button size="small" onClick={() => onOpen({ kind: 'holiday', holiday: null })}>
            {words.addHoliday}
          </Button>
        }
      >
        {holidays.length === 0 && <p className={styles.quiet}>{words.noHolidays}</p>}
        <Rows label={words.holidays}>
          {holidays.map((holiday) => (
            <Row
              key={holiday.id}
              icon={<CalendarLtr20Regular />}
              title={holiday.name}
              detail={placeOf(holiday)}
              right={holidayText(holiday, words, format)}
              isRightQuiet
              onOpen={() => onOpen({ kind: 'holiday', holiday })}
            />
          ))}
        </Rows>
      </Section>
      <HolidayList />
    </>
  );
}

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '880px',
    padding: tokens.spacingHorizontalL,
    '& > section': { paddingInline: 0 },
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  intro: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});
