// Working hours of the company, its Land, and how early people are warned.
import { useState } from 'react';
import {
  holidayRegions,
  updateCompanyTime,
  type CompanyTime,
  type HolidayRegion,
} from '#contract/working-time.ts';
import { useWorkingTimeMessages } from '../messages/working-time-messages.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { useSend } from '../use-send.ts';
import { SettingsForm } from './settings-form.tsx';
import { WeekFields } from './week-fields.tsx';
import { problemOf } from './words.ts';

type CompanyFormProps = { company: CompanyTime; onBack: () => void };

export function CompanyForm({ company, onBack }: CompanyFormProps) {
  const words = useWorkingTimeMessages();
  const notify = useNotify();
  const [region, setRegion] = useState(regionOf(company.region));
  const [week, setWeek] = useState(company.week);
  const [first, setFirst] = useState(String(company.warnFirstAnswerMinutes));
  const [resolution, setResolution] = useState(String(company.warnResolutionMinutes));
  const { send, isSending, error } = useSend(updateCompanyTime, {
    onDone: () => {
      notify({ title: words.saved });
      onBack();
    },
  });
  const isFit = isMinutes(first) && isMinutes(resolution);
  const handleSave = () => {
    if (!isFit) return;
    const warn = { warnFirstAnswerMinutes: Number(first), warnResolutionMinutes: Number(resolution) };
    send({ region, week, ...warn }, { ifMatch: company.version });
  };
  return (
    <SettingsForm
      title={words.companyHeading}
      isBusy={isSending}
      error={error}
      onSave={handleSave}
      onBack={onBack}
    >
      <RegionField value={region} onChange={setRegion} />
      <WeekFields week={week} problem={problemOf(error, 'week', words)} onChange={setWeek} />
      <TextField
        label={words.warnFirst}
        value={first}
        problem={isMinutes(first) ? undefined : words.warnUnfit}
        onChange={setFirst}
      />
      <TextField
        label={words.warnResolution}
        value={resolution}
        problem={isMinutes(resolution) ? undefined : words.warnUnfit}
        onChange={setResolution}
      />
    </SettingsForm>
  );
}

type RegionFieldProps = { value: HolidayRegion; onChange: (region: HolidayRegion) => void };

/** The Land whose public holidays count. */
export function RegionField({ value, onChange }: RegionFieldProps) {
  const words = useWorkingTimeMessages();
  const options = holidayRegions.map((region) => ({ value: region, label: words.regions[region] }));
  return <ChoiceField label={words.region} options={options} value={value} onChange={onChange} />;
}

/** A region of the contract; the company's settings may hold another country's. */
export function regionOf(text: string): HolidayRegion {
  return holidayRegions.find((region) => region === text) ?? 'DE';
}

function isMinutes(text: string): boolean {
  return /^\d{1,4}$/.test(text.trim()) && Number(text) <= 4_800;
}
