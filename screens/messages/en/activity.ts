// activity: filled with its screen.
export const activity = {};
