import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NAMES = ['lock', 'open', 'review'] as const;

export type Child = {
  readonly process: ChildProcess;
  /** The next line that it prints; `null` once it has ended. */
  readonly line: () => Promise<string | null>;
  readonly say: (text: string) => void;
  /** SIGKILL, and resolves when it is gone. */
  readonly kill: () => Promise<void>;
};

function adopt(child: ChildProcess): Child {
  const gone = once(child, 'exit');
  const lines = child.stdout ? createInterface({ input: child.stdout })[Symbol.asyncIterator]() : null;
  return {
    process: child,
    async line() {
      const next = await lines?.next();
      return next && !next.done ? next.value : null;
    },
    say: (text) => child.stdin?.write(`${text}\n`),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function elsewhere(host: string): string {
  const code = `import os from 'node:os'; import { syncBuiltinESMExports } from 'node:module';
    os.hostname = () => ${JSON.stringify(host)}; syncBuiltinESMExports();`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

/**
 * The programs of `children/` as JavaScript, with the parts of `src` that they use, since processes of their own
 * cannot run TypeScript. Kept inside `node_modules`, where their imports are found.
 */
export async function compileChildren() {
  const folder = join(ROOT, 'node_modules/.cache', `repaso-children-${process.pid}`);
  await mkdir(folder, { recursive: true });
  const config = {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: { noEmit: false, noCheck: true, rootDir: ROOT, outDir: folder },
    include: [],
    files: [
      ...NAMES.map((name) => join(ROOT, 'tests/store/children', `${name}.ts`)),
      // Nothing imports what threads load.
      ...['threads/worker.ts', 'store/open/engine-jobs.ts'].map((name) => join(ROOT, 'src', name)),
    ],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  await symlink(join(ROOT, 'migrations'), join(folder, 'migrations'));
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [compiler, '-p', folder]);
  const running = new Set<Child>();
  return {
    /** @param host the name of the machine that it believes to be on */
    start(name: (typeof NAMES)[number], dataDir: string, host?: string): Child {
      const program = join(folder, 'tests/store/children', `${name}.js`);
      const given = host === undefined ? [] : ['--import', elsewhere(host)];
      const child = adopt(
        spawn(process.execPath, [...given, program, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] }),
      );
      running.add(child);
      return child;
    },
    async remove() {
      await Promise.all([...running].map((child) => (child.process.exitCode === null ? child.kill() : undefined)));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
