import { spawn } from 'node:child_process';

export type Child = {
  /** What stands after `Ready: ` in its output, or the address in the line of its log that says so. */
  readonly ready: string;
  stop(): Promise<void>;
};

/** As much of a child's output as is shown when it fails, in characters. */
const TAIL = 4_000;
const READY = /Ready: (\S+)|"event":"ready"(?:,"url":"([^"]+)")?/;
/** After this long a child that does not end is killed. In milliseconds. */
const PATIENCE_MS = 15_000;

/**
 * Starts a Node process from the project's top and resolves when it says that it is ready. One that ends without being
 * told to is a failure: before it was ready it rejects, afterwards its last words go to the standard error.
 */
export function startNode(parameters: readonly string[], env: Readonly<Record<string, string>>): Promise<Child> {
  const child = spawn(process.execPath, parameters, {
    env: { ...process.env, NODE_ENV: 'production', LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stopping = false;
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  async function stop(): Promise<void> {
    stopping = true;
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(timer);
  }
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-TAIL);
      const ready = READY.exec(output);
      if (ready !== null) resolve({ ready: ready[1] ?? ready[2] ?? '', stop });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('close', (code) => {
      const words = `node ${parameters.join(' ')} ended with ${code}:\n${output}`;
      if (!stopping) process.stderr.write(`${words}\n`);
      reject(new Error(words));
    });
  });
}
