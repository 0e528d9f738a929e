import { createServer } from 'node:net';
import { type Instant, instant, wallClock } from '../core/local-date.js';
import type { Config } from '../program/config.js';
import { isRoomOpen } from '../program/open-room.js';
import type { Check } from './check.js';
import type { Io } from './io.js';
import { say } from './messages/say.js';
import { hasErrors, readDecks } from './notes-input.js';
import { problemLine } from './word-problem.js';

export function checkNode(io: Io): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return {
    name: say(io.language, 'doctor.node'),
    ok,
    detail: process.versions.node,
    ...(ok ? {} : { mend: say(io.language, 'doctor.node.mend') }),
  };
}

export async function checkNotes(io: Io, config: Config): Promise<Check> {
  const { reads, problems } = await readDecks(io, [config.flashcardsDir]);
  const name = say(io.language, 'doctor.notes');
  if (hasErrors(problems)) {
    const detail = problems
      .filter((problem) => problem.severity === 'error')
      .map((problem) => problemLine(io.language, problem))
      .join('; ');
    const isEmpty = problems.some(({ code }) => code === 'missing' || code === 'no-notes');
    const mend = isEmpty ? 'doctor.notes.none.mend' : 'doctor.notes.mend';
    return { name, ok: false, detail, mend: say(io.language, mend, { folder: config.flashcardsDir }) };
  }
  const cards = reads.reduce((sum, read) => sum + (read.deck?.cards.length ?? 0), 0);
  return { name, ok: true, detail: say(io.language, 'doctor.notes.good', { files: reads.length, cards }) };
}

export function checkClock(io: Io): Check {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const now: Instant = instant(io.now());
  const { date, hour, minute } = wallClock(now, zone);
  const time = `${date} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return {
    name: say(io.language, 'doctor.clock'),
    ok: true,
    detail: say(io.language, 'doctor.clock.good', { time, zone }),
  };
}

/** A taken port is no fault: the usual reason is that Repaso is running. */
export async function checkWeb(io: Io, config: Config): Promise<Check> {
  const name = say(io.language, 'doctor.web');
  if (!config.web) return { name, ok: true, detail: say(io.language, 'doctor.web.off') };
  const address = `${config.host}:${config.port}`;
  const open = isRoomOpen(config) && !config.invite ? { mend: say(io.language, 'doctor.web.open.mend') } : {};
  const code = await tryListen(config);
  if (code === null) return { name, ok: true, detail: say(io.language, 'doctor.web.good', { address }), ...open };
  if (code === 'EADDRINUSE')
    return { name, ok: true, detail: say(io.language, 'doctor.web.taken', { address }), ...open };
  const { host } = config;
  return { name, ok: false, detail: code, mend: say(io.language, 'start.host', { host, reason: code }) };
}

function tryListen({ host, port }: Config): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
