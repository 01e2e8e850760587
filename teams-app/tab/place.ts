// Where in the tab one is, as the part of the address behind `#`, and as what a deep link carries.

export type Place =
  | { page: 'my-day' }
  | { page: 'complaints' }
  | { page: 'complaint'; id: string }
  | { page: 'customers' }
  | { page: 'duplicates' }
  | { page: 'customer'; id: string }
  | { page: 'visits' }
  | { page: 'visit'; id: string }
  | { page: 'complaint-analysis'; part: string }
  | { page: 'lists'; part: string }
  | { page: 'settings'; part: string };

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const lists = ['my-day', 'complaints', 'customers', 'duplicates', 'visits'] as const;
/** Places that have parts of their own: a kept list, a section of the settings, what figures show; none is ''. */
const parted = ['lists', 'settings', 'complaint-analysis'] as const;

/** Reads `#/customer/<id>`; anything unknown is Mein Tag. */
export function placeOf(hash: string): Place {
  const [page = '', id = ''] = hash.replace(/^#?\/?/, '').split('/');
  const withPart = parted.find((one) => one === page);
  if (withPart !== undefined) return { page: withPart, part: id };
  return recordPlace(page, id) ?? { page: lists.find((list) => list === page) ?? 'my-day' };
}

export function hashOf(place: Place): string {
  if ('part' in place) return place.part === '' ? `#/${place.page}` : `#/${place.page}/${place.part}`;
  return 'id' in place ? `#/${place.page}/${place.id}` : `#/${place.page}`;
}

/** What a deep link from a card or a task points at: `customer:<id>`, `complaint:<id>`, `list:<id>`, or a customer's id alone. */
export function placeOfTarget(target: string): Place | null {
  if (idPattern.test(target)) return { page: 'customer', id: target };
  const [page = '', id = ''] = target.split(/[:/]/);
  return recordPlace(page, id);
}

function recordPlace(page: string, id: string): Place | null {
  if (!idPattern.test(id)) return null;
  if (page === 'list') return { page: 'lists', part: id };
  return page === 'customer' || page === 'complaint' || page === 'visit' ? { page, id } : null;
}
