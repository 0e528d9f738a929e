import { createRequire } from 'node:module';

/**
 * discord.js and Bolt bring different undicis, and whichever is loaded first sends the requests of both. Sent by
 * Bolt's, those of discord.js lose their files: in the program discord.js is loaded first, and here too.
 */
createRequire(import.meta.resolve('discord.js'))('undici');
