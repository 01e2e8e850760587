// Why two records may be the same (Dublette); the strongest first.

export const duplicateReasons = [
  'same_number',
  'same_email',
  'same_phone',
  'same_domain',
  'same_name',
  'similar_name',
  'same_address',
  'same_city',
] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];
