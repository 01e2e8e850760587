// Which column of an ERP file holds what: the map's shape, the ready maps, and how numbers and days are written.
import { z } from 'zod';

const column = z.string().min(1);
const optional = column.optional();

export const CustomerColumns = z.strictObject({
  number: column,
  name: column,
  street: optional,
  postcode: optional,
  city: optional,
  country: optional,
  phone: optional,
  contactName: optional,
  contactJobTitle: optional,
  email: optional,
});
export const ProductColumns = z.strictObject({ number: column, name: column, group: optional });
export const OrderColumns = z.strictObject({
  number: column,
  customerNumber: column,
  orderedOn: column,
  deliveredOn: optional,
  total: optional,
});
/** Either the line's net amount, or quantity, unit price and (a share from 0 to 1) discount. */
export const LineColumns = z.strictObject({
  orderNumber: column,
  productNumber: optional,
  text: optional,
  quantity: column,
  unitPrice: optional,
  discount: optional,
  net: optional,
});

/** A map file: the columns of each kind of file and the way numbers are written in them. */
export const ImportMap = z.strictObject({
  decimal: z.enum([',', '.']).default(','),
  customers: CustomerColumns.optional(),
  products: ProductColumns.optional(),
  orders: OrderColumns.optional(),
  orderLines: LineColumns.optional(),
});
export type ImportMap = z.infer<typeof ImportMap>;
export const importKinds = ['customers', 'products', 'orders', 'orderLines'] as const;
export type ImportKind = (typeof importKinds)[number];

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
