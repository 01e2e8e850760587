// What a value of an attribute may be, and how it reads as text: forms, imports and changes of type all pass here. Pure.
import { z } from 'zod';
import type { Attribute, AttributeType, AttributeValue } from '#contract/attribute.ts';
import { Cents, Day, Id } from '#contract/endpoint.ts';

/** The part of a definition that values are judged by. */
export type Definition = Pick<
  Attribute,
  'id' | 'key' | 'labelDe' | 'labelEn' | 'type' | 'choices' | 'required' | 'visibleTo' | 'retired'
>;

export type Checked = { ok: true; value: AttributeValue } | { ok: false; problem: string };

// eslint-disable-next-line no-control-regex -- a database text cannot hold the zero character
const plainText = /^[^\u0000]*$/;
const largest = 1e12;
const schemas: Readonly<Record<AttributeType, z.ZodType<AttributeValue>>> = {
  text: z.string().trim().min(1).max(2000).regex(plainText),
  number: z.number().min(-largest).max(largest),
  date: Day,
  yes_no: z.boolean(),
  choice: Id,
  multiple_choice: z.array(Id).min(1).max(50),
  money: Cents.min(-largest * 100).max(largest * 100),
};

/** A value as it may be stored; a retired choice stays where it was (`before`) but is not chosen anew. */
export function checkValue(
  definition: Definition,
  value: unknown,
  before: AttributeValue | undefined,
): Checked {
  const parsed = schemas[definition.type].safeParse(value);
  if (!parsed.success) return { ok: false, problem: 'wrong_type' };
  const ids = chosen(definition.type, parsed.data);
  if (ids === null) return { ok: true, value: parsed.data };
  const kept = before === undefined ? [] : (chosen(definition.type, before) ?? []);
  const isKnown = ids.every((id) => {
    const choice = definition.choices.find((one) => one.id === id);
    return choice !== undefined && (!choice.retired || kept.includes(id));
  });
  if (!isKnown) return { ok: false, problem: 'unknown_choice' };
  return { ok: true, value: definition.type === 'choice' ? parsed.data : [...new Set(ids)] };
}

/** The choice ids in a value; null for types without choices. */
export function chosen(type: AttributeType, value: AttributeValue): string[] | null {
  if (type === 'choice') return [String(value)];
  if (type === 'multiple_choice') return Array.isArray(value) ? value : [];
  return null;
}

/** A value as a German reader writes it: 1250,5 · 31.12.2026 · Ja · labels of choices joined by comma. */
export function writeValue(definition: Definition, value: AttributeValue): string {
  switch (definition.type) {
    case 'number':
      return String(value).replace('.', ',');
    case 'money':
      return (Number(value) / 100).toFixed(2).replace('.', ',');
    case 'date':
      return String(value).split('-').reverse().join('.');
    case 'yes_no':
      return value === true ? 'Ja' : 'Nein';
    case 'choice':
    case 'multiple_choice':
      return (chosen(definition.type, value) ?? [])
        .map((id) => definition.choices.find((choice) => choice.id === id)?.labelDe ?? '')
        .filter((label) => label !== '')
        .join(', ');
    case 'text':
      return String(value);
  }
}

/** Reads a value from a text as people or ERP systems write it; the inverse of writeValue, and more forgiving. */
export function readValue(definition: Definition, text: string): Checked {
  const value = valueIn(definition, text.trim());
  return value === null ? { ok: false, problem: 'wrong_type' } : checkValue(definition, value, undefined);
}

function valueIn(definition: Definition, text: string): AttributeValue | null {
  switch (definition.type) {
    case 'text':
      return text;
    case 'number':
      return numberIn(text);
    case 'money': {
      const amount = numberIn(text.replace(/\s*(€|EUR)\s*$/i, ''));
      return amount === null ? null : Math.round(amount * 100);
    }
    case 'date':
      return dayIn(text);
    case 'yes_no':
      return yesOrNo(text);
    case 'choice':
      return choiceIn(definition, text);
    case 'multiple_choice': {
      const ids = text.split(/[,;|]/).map((part) => choiceIn(definition, part.trim()));
      return ids.every((id) => id !== null) ? ids : null;
    }
  }
}

/** 1.250,50 and 1250,50 and 1250.50; a point before three digits parts thousands. */
function numberIn(text: string): number | null {
  const compact = text.replace(/[\s\u00a0']/g, '');
  const german = /^-?\d{1,3}(\.\d{3})+(,\d+)?$|^-?\d+(,\d+)?$/.test(compact);
  const plain = /^-?\d+\.\d+$/.test(compact);
  if (!german && !plain) return null;
  return Number(german ? compact.replaceAll('.', '').replace(',', '.') : compact);
}

function dayIn(text: string): string | null {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [, day = '', month = '', year = ''] = german ?? [];
  const iso = german === null ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Day.safeParse(iso).success ? iso : null;
}

function yesOrNo(text: string): boolean | null {
  if (/^(ja|j|yes|y|true|wahr|x|1)$/i.test(text)) return true;
  return /^(nein|n|no|false|falsch|0)$/i.test(text) ? false : null;
}

function choiceIn(definition: Definition, text: string): string | null {
  const folded = text.toLowerCase();
  const found = definition.choices.find(
    ({ id, labelDe, labelEn }) =>
      id === folded || labelDe.toLowerCase() === folded || labelEn.toLowerCase() === folded,
  );
  return found?.id ?? null;
}
