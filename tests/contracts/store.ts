import { afterAll, beforeAll, describe } from 'vitest';
import { z } from 'zod';
import type { RoomContent, RoomLog } from '../../src/chat/web/room-log.js';
import type { OpenStore } from '../../src/store/open/open.js';
import { describeChatMemory } from './chat-memory.js';
import { describeRoomLog } from './room-log.js';
import { describeDecks } from './store/decks.js';
import { describeDeliveries } from './store/deliveries.js';
import { describeDrafts, describeEditors } from './store/drafts.js';
import { describeFolderNotes } from './store/folder-notes.js';
import { describeInstallations } from './store/installations.js';
import { describeModels } from './store/models.js';
import { describeLearners, describeSessions, describeWorkspaces } from './store/people.js';
import { describePile } from './store/pile.js';
import { describeProgress } from './store/progress.js';
import { describeConversations, describeQuestions } from './store/questions.js';
import { describeQuizzes } from './store/quizzes.js';
import { describeReviews } from './store/reviews.js';
import { describeRooms } from './store/rooms.js';
import { describeScheduling } from './store/scheduling.js';
import { describeUndo } from './store/undo.js';

/** Content as it comes back: what the log is given is what it must return. */
const asStored = z.custom<RoomContent>();

/** The rooms of one log under other names, so that each test finds its rooms empty. */
function renamed(log: RoomLog, prefix: string): RoomLog {
  const name = (room: string) => `${prefix}:${room}`;
  return {
    append: (room, ...rest) => log.append(name(room), ...rest),
    replace: (room, ...rest) => log.replace(name(room), ...rest),
    get: (room, ...rest) => log.get(name(room), ...rest),
    since: (room, ...rest) => log.since(name(room), ...rest),
    before: (room, ...rest) => log.before(name(room), ...rest),
    keepFile: (room, ...rest) => log.keepFile(name(room), ...rest),
    file: (room, ...rest) => log.file(name(room), ...rest),
    revision: (room) => log.revision(name(room)),
  };
}

/**
 * What everybody relies on in the store, whichever driver is below it.
 *
 * @param openFn opens a store on an empty database; called once, closed after the last test
 */
export function describeStore(name: string, openFn: () => Promise<OpenStore>): void {
  describe(`store: ${name}`, () => {
    let opened: OpenStore;
    beforeAll(async () => {
      opened = await openFn();
    });
    afterAll(() => opened?.close());
    const open = () => opened;

    describeWorkspaces(open);
    describeDecks(open);
    describePile(open);
    describeLearners(open);
    describeSessions(open);
    describeProgress(open);
    describeReviews(open);
    describeUndo(open);
    describeScheduling(open);
    describeDeliveries(open);
    describeRooms(open);
    describeConversations(open);
    describeDrafts(open);
    describeEditors(open);
    describeFolderNotes(open);
    describeQuestions(open);
    describeQuizzes(open);
    describeInstallations(open);
    describeModels(open);

    let rooms = 0;
    describeRoomLog(name, async () => {
      rooms += 1;
      return renamed(
        opened.roomLog((stored) => asStored.parse(stored)),
        String(rooms),
      );
    });

    let memories = 0;
    describeChatMemory(name, async () => {
      memories += 1;
      const prefix = memories;
      return (platform) => opened.chatMemory(`${prefix}:${platform}`);
    });
  });
}
