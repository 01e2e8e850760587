// How much of a mail being written the guard looks at; apart from the schemas, for a bundle that must stay small.
export const sendLimits = { recipients: 500, attachments: 50 } as const;
