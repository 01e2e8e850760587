// An address in one line. Pure.
import type { Address } from '#contract/address.ts';

type Place = Pick<Address, 'street' | 'postcode' | 'city' | 'country'>;

/** 'Dieselstraße 14, 71229 Leonberg'; the country only where it is another one. */
export function placeText({ street, postcode, city, country }: Place): string {
  const town = [postcode, city].filter(Boolean).join(' ');
  return [street, town, country === 'DE' ? null : country].filter(Boolean).join(', ');
}
