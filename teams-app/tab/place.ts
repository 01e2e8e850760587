// Where in the tab one is, as the part of the address behind `#`, and as what a deep link carries.

export type Place =
  | { page: 'my-day' }
  | { page: 'complaints' }
  | { page: 'complaint'; id: string }
  | { page: 'customers' }
  | { page: 'customer'; id: string };

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const lists = ['my-day', 'complaints', 'customers'] as const;

/** Reads `#/customer/<id>`; anything unknown is Mein Tag. */
export function placeOf(hash: string): Place {
  const [page = '', id = ''] = hash.replace(/^#?\/?/, '').split('/');
  return recordPlace(page, id) ?? { page: lists.find((list) => list === page) ?? 'my-day' };
}

export function hashOf(place: Place): string {
  return 'id' in place ? `#/${place.page}/${place.id}` : `#/${place.page}`;
}

/** What a deep link from a card or a task points at: `customer:<id>`, `complaint:<id>`, or a customer's id alone. */
export function placeOfTarget(target: string): Place | null {
  if (idPattern.test(target)) return { page: 'customer', id: target };
  const [page = '', id = ''] = target.split(/[:/]/);
  return recordPlace(page, id);
}

function recordPlace(page: string, id: string): Place | null {
  if (!idPattern.test(id)) return null;
  return page === 'customer' || page === 'complaint' ? { page, id } : null;
}
