// Day and time of day as one types them in Germany, turned into a point in time. Pure.
import { timeZone } from '../calendar.ts';

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** Summer time, then winter time: the hour that comes twice in October is taken as the first of the two. */
const offsets = ['+02:00', '+01:00'] as const;

/** `2026-09-03` and `14:02` in Berlin as ISO 8601; null when there is no such time of day. */
export function berlinTimestamp(day: string, time: string): string | null {
  const parts = /^(\d{1,2})[:.](\d{2})$/.exec(time.trim());
  if (!parts) return null;
  const typed = `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? ''}`;
  for (const offset of offsets) {
    const at = new Date(`${day}T${typed}:00${offset}`);
    if (!Number.isNaN(at.getTime()) && clock.format(at) === `${day} ${typed}`) return at.toISOString();
  }
  return null;
}
