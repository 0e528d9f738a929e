import { describeRoomLog } from '../../contracts/room-log.js';
import { MemoryRoomLog } from '../../support/memory-room-log.js';

describeRoomLog('in memory', async () => new MemoryRoomLog());
