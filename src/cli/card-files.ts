import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { WorkspaceId } from '../core/ids.js';
import type { ReadCards } from '../notes/formats/card-file.js';
import { isCardFile, readCardFile } from '../notes/formats/read-card-file.js';
import type { Problem } from '../notes/problem.js';
import type { ChangedBy } from '../store/interfaces/decks.js';
import type { TutorContext } from '../tutor/context.js';
import { type CardPlan, importCards, planCards } from '../tutor/import-cards.js';
import type { Io } from './io.js';
import { say } from './messages/say.js';

/** A file of cards as it was read, and the name by which people know it. */
export type CardFile = { readonly file: string; readonly read: ReadCards };

const systemError = z.object({ code: z.string() });

/** The paths that name files of cards, and those that name notes. */
export function sortPaths(paths: readonly string[]): {
  readonly cards: readonly string[];
  readonly notes: readonly string[];
} {
  return { cards: paths.filter(isCardFile), notes: paths.filter((each) => !isCardFile(each)) };
}

/** Reads files of cards; one that is not there is a problem like any other. */
export async function readCardFiles(io: Io, paths: readonly string[]): Promise<readonly CardFile[]> {
  return Promise.all(
    paths.map(async (each): Promise<CardFile> => {
      const file = path.basename(each);
      try {
        return { file, read: await readCardFile(file, await readFile(each)) };
      } catch (error) {
        const reason = systemError.safeParse(error).data?.code ?? 'unknown';
        const code = reason === 'ENOENT' ? 'missing' : 'unreadable';
        const message = say(io.language, `file.${code}`, { reason, megabytes: 0, other: '' });
        const problem: Problem = { file: each, line: 1, code, severity: 'error', message };
        return { file, read: { format: null, decks: [], media: [], problems: [problem] } };
      }
    }),
  );
}

/** What the files would change in a workspace, or, where somebody applies them, have changed. */
export async function planCardFiles(
  context: TutorContext,
  workspace: WorkspaceId,
  files: readonly CardFile[],
  by: ChangedBy | null,
): Promise<readonly CardPlan[]> {
  const plans: CardPlan[] = [];
  for (const { file, read } of files) {
    const whose = { kind: 'everyone', owner: null } as const;
    plans.push(
      ...(by === null
        ? await planCards(context, workspace, read)
        : (await importCards(context, workspace, file, read, whose, by)).plans),
    );
  }
  return plans;
}
