import { Client } from 'pg';
import { z } from 'zod';
import { readArguments } from './arguments.js';
import { setupOf } from './clients.js';
import { measureImport } from './import/measure-import.js';
import { measureLookup } from './lookup/measure-lookup.js';
import { type Measured, measureClient } from './measure-client.js';
import { measureParser } from './notes-parser.js';
import { asJson, asTable, circumstances, missedIn } from './report.js';

async function versionOf(serverUrl: string): Promise<string> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  const { rows } = await client.query('show server_version');
  await client.end();
  return z.tuple([z.object({ server_version: z.string() })]).parse(rows)[0].server_version;
}

const options = readArguments(process.argv.slice(2));
const serverUrl = process.env.TEST_DATABASE_URL;
if (serverUrl === undefined) throw new Error('TEST_DATABASE_URL names no server: start this with npm run bench');

const where = circumstances(await versionOf(serverUrl));
const note = (text: string): void => void process.stderr.write(`${text}\n`);
const parser = options.parser ? measureParser(note) : null;
const all: Measured[] = [];
const lookup = options.lookup ? await measureLookup(serverUrl, note) : null;
const imports = options.imports ? await measureImport(serverUrl, note) : [];
for (const name of options.clients) all.push(await measureClient(setupOf(name), options, serverUrl, note));

const results = { parser, lookup, imports, clients: all };
process.stdout.write(options.json ? `${asJson(where, options, results)}\n` : `\n${asTable(where, options, results)}`);
if (options.check && missedIn(results).length > 0) process.exitCode = 1;
