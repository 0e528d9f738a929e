import { type Logger, LogLevel } from '@slack/bolt';
import type { ChatLogger } from '../chat-logger.js';
import { PLATFORM } from './options.js';

/** Tokens of every kind that Slack gives out. */
const TOKEN = /\bx(?:ox[a-z]|app|oxe\.xox[a-z])-[\w.-]+/g;

function clean(parts: readonly unknown[]): string {
  return parts
    .map((part) => (part instanceof Error ? part.message : typeof part === 'string' ? part : JSON.stringify(part)))
    .join(' ')
    .replace(TOKEN, '[token]')
    .slice(0, 500);
}

/** Bolt's own log as part of ours: warnings and errors only, without a token. */
export function boltLogger(logger: ChatLogger): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => logger.warn({ platform: PLATFORM, text: clean(parts) }, 'Bolt warns'),
    error: (...parts) => logger.warn({ platform: PLATFORM, text: clean(parts) }, 'Bolt reports'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
