// Maps of the command line and ready maps: which column of which kind of file holds which field.
import { z } from 'zod';
import { importDateOrders, importKinds } from '#contract/import-map.ts';
import type { ImportKind, ImportMapping } from '#contract/import-map.ts';
import { recordKinds } from './kinds/kinds.ts';

const Columns = z.record(z.string(), z.string().min(1)).optional();

/** A map file: the columns of each kind of file, by field, and the way numbers and days are written in them. */
export const ImportMap = z
  .strictObject({
    decimal: z.enum([',', '.']).default(','),
    dateOrder: z.enum(importDateOrders).optional(),
    customers: Columns,
    contacts: Columns,
    terms: Columns,
    productGroups: Columns,
    products: Columns,
    orders: Columns,
    orderLines: Columns,
    quotes: Columns,
    invoices: Columns,
    projects: Columns,
    serviceIntervals: Columns,
    pricesHeard: Columns,
  })
  .superRefine((map, context) => {
    for (const kind of importKinds) {
      const unknown = Object.keys(map[kind] ?? {}).find((field) => !isField(kind, field));
      if (unknown !== undefined) context.addIssue({ code: 'custom', message: `${kind}.${unknown}?` });
    }
  });
export type ImportMap = z.infer<typeof ImportMap>;

function isField(kind: ImportKind, name: string): boolean {
  return name.startsWith('attribute:') || recordKinds[kind].fields.some((field) => field.name === name);
}

/** The part of a map that is about one kind; null when it says nothing about it. */
export function mappingOf(map: ImportMap, kind: ImportKind): ImportMapping | null {
  const columns = map[kind];
  if (columns === undefined) return null;
  return {
    decimal: map.decimal,
    ...(map.dateOrder === undefined ? {} : { dateOrder: map.dateOrder }),
    columns: Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, { column }])),
  };
}

/** DATEV's "Debitoren/Kreditoren" (EXTF, category 16), as Rechnungswesen writes it; suppliers are left out. */
export const datevDebtors: ImportMapping = {
  decimal: ',',
  dateOrder: 'dmy',
  columns: {
    number: { column: 'Konto' },
    name: {
      column: 'Name (Adressattyp Unternehmen)',
      otherwise: ['Name (Adressattyp natürl. Person)', 'Name (Adressattyp keine Angabe)', 'Kurzbezeichnung'],
    },
    street: { column: 'Straße' },
    postcode: { column: 'Postleitzahl' },
    city: { column: 'Ort' },
    country: { column: 'Land' },
    phone: { column: 'Telefon' },
    email: { column: 'E-Mail' },
    paymentTermDays: { column: 'Fälligkeit in Tagen (Debitor)', rule: 'erp' },
    discountPercent: { column: 'Skonto in Prozent (Debitor)', rule: 'erp' },
    creditLimit: { column: 'Kreditlimit (Debitor)', rule: 'erp' },
  },
};

/** Ready maps, named on the command line with `--map`. */
export const readyMaps: Readonly<Record<string, ImportMap>> = {
  standard: {
    decimal: ',',
    customers: {
      number: 'Kundennummer',
      name: 'Name',
      street: 'Straße',
      postcode: 'PLZ',
      city: 'Ort',
      country: 'Land',
      phone: 'Telefon',
      contactName: 'Ansprechpartner',
      contactJobTitle: 'Funktion',
      email: 'E-Mail',
    },
    products: { number: 'Artikelnummer', name: 'Bezeichnung', group: 'Warengruppe' },
    orders: {
      number: 'Auftragsnummer',
      customerNumber: 'Kundennummer',
      orderedOn: 'Auftragsdatum',
      deliveredOn: 'Lieferdatum',
      total: 'Netto',
    },
    orderLines: {
      orderNumber: 'Auftragsnummer',
      productNumber: 'Artikelnummer',
      text: 'Text',
      quantity: 'Menge',
      net: 'Netto',
    },
  },
  northwind: {
    decimal: '.',
    customers: {
      number: 'customer_id',
      name: 'company_name',
      street: 'address',
      postcode: 'postal_code',
      city: 'city',
      country: 'country',
      phone: 'phone',
      contactName: 'contact_name',
      contactJobTitle: 'contact_title',
    },
    products: { number: 'product_id', name: 'product_name' },
    orders: {
      number: 'order_id',
      customerNumber: 'customer_id',
      orderedOn: 'order_date',
      deliveredOn: 'shipped_date',
    },
    orderLines: {
      orderNumber: 'order_id',
      productNumber: 'product_id',
      quantity: 'quantity',
      unitPrice: 'unit_price',
      discount: 'discount',
    },
  },
};
