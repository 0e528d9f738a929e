/**
 * drizzle-kit, which writes the migrations, run through npx: it is needed by hand, now and then, and is too big to be
 * everybody's dependency.
 *
 *     node scripts/migrations.mjs generate --name add_tags    the next migration, for review
 *     node scripts/migrations.mjs check                       exit 1 where the schema has changed and no migration says so
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache');
const KIT = 'drizzle-kit@0.31.11';

/** drizzle-kit looks for drizzle-orm beside itself, so npx must not find ours, or it would not bring another. */
function drizzleKit(parameters, env = {}) {
  const elsewhere = join(CACHE, 'drizzle-kit');
  mkdirSync(elsewhere, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/drizzle-orm/package.json'), 'utf8'));
  const packages = ['-p', KIT, '-p', `drizzle-orm@${version}`];
  const command = ['--yes', '--prefix', elsewhere, ...packages, 'drizzle-kit', ...parameters];
  return spawnSync('npx', command, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}

function migrationsIn(folder) {
  return readdirSync(folder).filter((name) => name.endsWith('.sql'));
}

/** Generates into a copy: whatever is new there is missing here. */
function check() {
  const copy = 'node_modules/.cache/migrations-check';
  rmSync(join(ROOT, copy), { recursive: true, force: true });
  cpSync(join(ROOT, 'migrations'), join(ROOT, copy), { recursive: true });
  const status = drizzleKit(['generate'], { REPASO_MIGRATIONS: copy });
  if (status !== 0) return status;
  const known = new Set(migrationsIn(join(ROOT, 'migrations')));
  const missing = migrationsIn(join(ROOT, copy)).filter((name) => !known.has(name));
  for (const name of missing) process.stderr.write(`${readFileSync(join(ROOT, copy, name), 'utf8')}\n`);
  if (missing.length > 0) process.stderr.write('The schema has changed: run npm run db:generate and review the SQL.\n');
  return missing.length === 0 ? 0 : 1;
}

const [verb, ...rest] = process.argv.slice(2);
process.exitCode = verb === 'check' ? check() : drizzleKit([verb ?? 'help', ...rest]);
