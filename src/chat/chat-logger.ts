/** What an adapter tells the people who run it. pino's loggers fit it as they are. */
export type ChatLogger = {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};
