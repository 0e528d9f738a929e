import type { ChatLogger } from '../../src/chat/chat-logger.js';

/** A log that keeps what it is told, each entry with its level and message. */
export function createLog(): { readonly logger: ChatLogger; readonly logged: readonly object[] } {
  const logged: object[] = [];
  const keep = (level: string) => (fields: object, message: string) => {
    logged.push({ level, message, ...fields });
  };
  return { logger: { warn: keep('warn'), error: keep('error') }, logged };
}
