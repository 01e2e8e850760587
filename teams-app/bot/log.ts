// The little the bot needs of the server's log.

export interface BotLog {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
}
