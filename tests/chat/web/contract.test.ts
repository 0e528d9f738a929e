import { describeChatAdapter } from '../../contracts/chat-adapter.js';
import { RoomBrowser } from '../../support/room-browser.js';
import { startTestRoom } from '../../support/web-room.js';

describeChatAdapter(
  'web',
  async (app) => {
    const room = await startTestRoom(app);
    const [ana, ben] = await Promise.all([RoomBrowser.open(room.app), RoomBrowser.open(room.app)]);
    return {
      adapter: room.adapter,
      channel: { platform: 'web', kind: 'channel', id: 'lobby' },
      ana,
      ben,
      withholdFiles() {},
      logged: () => room.logged,
      async close() {
        ana.close();
        ben.close();
        await room.adapter.stop();
      },
    };
  },
  {
    withheldFile: 'a file comes with the form',
    speech: 'what is said in the room is said to everybody; tests/chat/web tells what becomes of it',
  },
);
