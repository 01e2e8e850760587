// Numbers as people type them: 1.250,50 · 1250,5 · 1250.5. Pure.

/** Null for what is no number; a point before three digits parts thousands. */
export function readNumber(text: string): number | null {
  const compact = text.replace(/[\s\u00a0€%]/g, '');
  const german = /^-?\d{1,3}(\.\d{3})+(,\d*)?$|^-?\d+(,\d*)?$/.test(compact);
  if (!german && !/^-?\d+\.\d+$/.test(compact)) return null;
  return Number(german ? compact.replaceAll('.', '').replace(',', '.') : compact);
}

export function writeNumber(value: number): string {
  return String(value).replace('.', ',');
}
