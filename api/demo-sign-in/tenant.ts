// The made-up tenant of the demo: the organisation of all sample people and data.

/** Also the organization_id of the demo's rows. */
export const demoTenantId = '00000000-0000-4000-8000-00000000b1ab';
