// Addresses and deep links of the tab.
import { describe, expect, test } from 'vitest';
import { hashOf, placeOf, placeOfTarget, type Place } from '#teams-app/tab/place.ts';

const id = '0199f3c2-7a10-7c3e-9d52-3f0a6f1b2c44';

describe('a place in the tab', () => {
  test.each<Place>([
    { page: 'my-day' },
    { page: 'complaints' },
    { page: 'complaint', id },
    { page: 'customers' },
    { page: 'customer', id },
  ])('$page is found again by its address', (place) => {
    expect(placeOf(hashOf(place))).toEqual(place);
  });

  test.each(['', '#/', '#/nowhere', '#/customer', '#/customer/1', '#/customer/../../x', '#/customer/%00'])(
    'the address "%s" leads to Mein Tag',
    (hash) => {
      expect(placeOf(hash)).toEqual({ page: 'my-day' });
    },
  );
});

describe('a deep link', () => {
  test.each<[string, Place]>([
    [`customer:${id}`, { page: 'customer', id }],
    [`complaint:${id}`, { page: 'complaint', id }],
    [`customer/${id}`, { page: 'customer', id }],
    [id, { page: 'customer', id }],
  ])('%s opens its record', (target, place) => {
    expect(placeOfTarget(target)).toEqual(place);
  });

  test.each(['', 'customer:', 'customer:4711', 'invoice:' + id, 'javascript:alert(1)'])(
    '"%s" opens nothing',
    (target) => {
      expect(placeOfTarget(target)).toBeNull();
    },
  );
});
