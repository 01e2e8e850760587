// Products and their groups.
import type { RecordKind } from './kind.ts';

export const groupWords =
  'warengruppe artikelgruppe produktgruppe hauptwarengruppe productgroup category group'.split(' ');
export const productWords =
  'artikelnummer artikelnr artnr artikel sachnummer productnumber productno productid itemno sku'.split(' ');

export const productGroups: RecordKind = {
  kind: 'productGroups',
  table: 'product_group',
  defaultRule: 'erp',
  key: ['name'],
  keyFields: ['name'],
  fields: [
    {
      name: 'name',
      type: 'text',
      column: 'name',
      isRequired: true,
      longest: 200,
      words: [...groupWords, 'bezeichnung', 'name', 'gruppe'],
    },
  ],
  references: [],
};

export const products: RecordKind = {
  kind: 'products',
  table: 'product',
  defaultRule: 'erp',
  key: ['number'],
  keyFields: ['number'],
  fields: [
    {
      name: 'number',
      type: 'text',
      column: 'number',
      isRequired: true,
      longest: 50,
      words: [...productWords, 'nummer', 'nr', 'number'],
    },
    {
      name: 'name',
      type: 'text',
      column: 'name',
      isRequired: true,
      longest: 500,
      words: 'bezeichnung artikelbezeichnung name artikeltext beschreibung productname description'.split(
        ' ',
      ),
    },
    { name: 'group', type: 'text', longest: 200, words: groupWords },
    {
      name: 'unit',
      type: 'text',
      column: 'unit',
      longest: 30,
      words: 'einheit mengeneinheit me vpe unit uom'.split(' '),
    },
  ],
  references: [
    { field: 'group', column: 'group_id', table: 'product_group', by: 'name', problem: null, isMade: true },
  ],
  newColumns: { unit: 'Stück' },
};
