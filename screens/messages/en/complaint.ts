// complaint: filled with its screen.
export const complaint = {};
