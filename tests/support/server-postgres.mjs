/**
 * A throw-away PostgreSQL server for tests, crash tests and benchmarks. As a program it lends one to a command:
 *
 *     node tests/support/server-postgres.mjs npm run test:store
 *
 * starts a server, runs the command with TEST_DATABASE_URL set, stops the server and exits as the command did. With
 * `--durable` before the command, the server keeps what it has committed, as one that is used does.
 */
import { execFile, spawn } from 'node:child_process';
import { access, chown, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where Debian and Ubuntu, Homebrew and the official packages put their versions. */
const VERSIONED = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/usr/local/pgsql'];

async function has(path) {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

async function candidateFolders() {
  const folders = process.env.POSTGRES_BIN ? [process.env.POSTGRES_BIN] : [];
  for (const root of VERSIONED) {
    const versions = (await has(root)) ? await readdir(root) : [];
    const newestFirst = versions.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    folders.push(...newestFirst.map((version) => join(root, version, 'bin')), join(root, 'bin'));
  }
  return [...folders, ...(process.env.PATH ?? '').split(':')];
}

/** The folder with `initdb` and `pg_ctl`, or `null`: POSTGRES_BIN first, then the usual places, then PATH. */
export async function findPostgres() {
  for (const folder of await candidateFolders()) {
    if (folder !== '' && (await has(join(folder, 'initdb'))) && (await has(join(folder, 'pg_ctl')))) return folder;
  }
  return null;
}

/** PostgreSQL refuses to run as root: whoever is root becomes the first of these users that exists. */
async function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody');
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Makes and starts a server on a free port of 127.0.0.1 that lets everybody in. Durability is off unless it is asked
 * for: the data is worth nothing once the tests are done. Throws where no PostgreSQL is installed.
 */
export async function startPostgres({ durable = false } = {}) {
  const bin = await findPostgres();
  if (bin === null) throw new Error('no PostgreSQL found: install one, or set POSTGRES_BIN or TEST_DATABASE_URL');
  const account = await unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'repaso-postgres-'));
  if (account.uid !== undefined) await chown(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const options = { ...account, cwd: folder };
  const careless = durable ? '' : ' -c fsync=off -c full_page_writes=off';
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1${careless}`;
  const control = (...parameters) => run(join(bin, 'pg_ctl'), ['-D', data, '-w', ...parameters], options);
  const start = () => control('-l', join(folder, 'log'), '-o', settings, 'start');
  /** `fast` ends all connections in good order, `immediate` is a crash. */
  const stop = (mode = 'fast') => control('-m', mode, 'stop');
  const remove = async () => {
    await stop('immediate').catch(() => {});
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await run(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '-N'], options);
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, start, stop, remove };
}

async function lend(given) {
  const durable = given[0] === '--durable';
  const [command, ...parameters] = durable ? given.slice(1) : given;
  const server = await startPostgres({ durable });
  const env = { ...process.env, TEST_DATABASE_URL: server.url };
  const child = spawn(command, parameters, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    await server.remove();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await lend(process.argv.slice(2));
}
