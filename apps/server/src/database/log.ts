/** What the database writes to a log: the facts first, as pino takes them. */
export interface Log {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
