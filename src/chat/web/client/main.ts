import { startComposer } from './composer.js';
import { startFiles } from './files.js';
import { startHistory } from './history.js';
import { startKeys } from './keys.js';
import { startPresses } from './press.js';
import { startSide } from './side.js';
import { startStream } from './stream.js';

startHistory();
startPresses();
startFiles();
startComposer();
startKeys();
startSide();
startStream();
