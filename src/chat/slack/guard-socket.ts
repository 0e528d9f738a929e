import type { SocketModeReceiver } from '@slack/bolt';
import { PLATFORM, type SlackOptions } from './options.js';

type Deps = Pick<SlackOptions, 'logger' | 'newRef'>;

/** What the client emits for each message of the socket. */
const MESSAGE = 'ws_message';

/**
 * Keeps a message that Slack's client (3) cannot take, such as an envelope without `event`, from ending Node: the
 * client's own listener rejects, and nobody waits for it. The message is left out, and the log says so.
 */
export function guardSocket(client: SocketModeReceiver['client'], { logger, newRef }: Deps): void {
  const listeners = client.listeners(MESSAGE);
  client.removeAllListeners(MESSAGE);
  for (const listener of listeners) {
    client.on(MESSAGE, async (...message) => {
      try {
        await listener(...message);
      } catch (error) {
        const fields = { ref: newRef(), platform: PLATFORM, err: error };
        logger.error(fields, 'Slack sent what its client could not take; it is left out');
      }
    });
  }
}
