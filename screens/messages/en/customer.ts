// customer: filled with its screen.
export const customer = {};
