import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type Program, startProgram } from '../support/program.js';
import { findPostgres, type PostgresServer, startPostgres } from '../support/server-postgres.mjs';

const replySchema = z.object({ kind: z.string(), html: z.string().optional() });

/** A server that only exists somewhere else cannot be stopped. */
describe.skipIf((await findPostgres()) === null)(
  'the room while its database is away (needs a PostgreSQL installed here)',
  () => {
    let server: PostgresServer;
    let program: Program;
    let cookie: string;
    let keys = 0;

    beforeAll(async () => {
      server = await startPostgres();
      program = await startProgram({ DATABASE_URL: server.url });
      const page = await fetch(program.url, { headers: { 'accept-language': 'es' } });
      cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    });
    afterAll(async () => {
      await program?.kill();
      await server?.remove();
    });

    async function post(path: string, body: object) {
      const headers = { 'content-type': 'application/json', 'accept-language': 'es', cookie };
      keys += 1;
      const json = JSON.stringify({ key: `outage-key-${keys}`, ...body });
      const response = await fetch(program.url + path, { method: 'POST', headers, body: json });
      return replySchema.parse(await response.json());
    }

    /** The newest message with a button of that action. */
    async function find(action: string) {
      const html = await (await fetch(program.url, { headers: { cookie } })).text();
      const entries = [...html.matchAll(/<article[^>]*data-id="(\d+)"[\s\S]*?<\/article>/g)].reverse();
      for (const [entry, id] of entries) {
        const ref = new RegExp(`data-action="(1~${action}~[^"]*)"`).exec(entry)?.[1];
        if (ref) return { entry: Number(id), ref };
      }
      throw new Error(`no button for ${action}`);
    }

    it('says so calmly, keeps what was done, and goes on by itself', async () => {
      expect(await post('/api/line', { text: '/review' })).toEqual({ kind: 'kept' });
      const { entry, ref } = await find('review.show');
      const [, , session, turn] = ref.split('~');
      const grade = { entry, ref: `1~review.grade~${session}~${turn}~good` };

      await server.stop('immediate');
      const refused = await post('/api/press', grade);
      expect(refused.kind).toBe('refused');
      expect(refused.html).toContain('Ahora mismo no llego a mi base de datos');
      expect(refused.html).toMatch(/ref\. [0-9A-Z]{6}/);
      const reference = /ref\. ([0-9A-Z]{6})/.exec(refused.html ?? '')?.[1] ?? 'none';
      expect(program.output()).toContain(`"ref":"${reference}"`);
      expect((await post('/api/line', { text: 'hola' })).kind).toBe('refused');
      const page = await fetch(program.url, { headers: { cookie } });
      expect(page.status).toBe(200);

      await server.start();
      expect(await post('/api/press', grade)).toEqual({ kind: 'kept' });
      expect((await find('review.show')).ref).toContain('~2');
    });

    it('says by its health that the database is away, and when it is back; it runs all the while', async () => {
      const ask = async (path: string) => {
        const response = await fetch(program.url + path);
        return { status: response.status, body: await response.json() };
      };
      await server.stop('immediate');
      const away = { status: 503, body: { status: 'not ready', reasons: ['database-away'] } };
      await vi.waitFor(async () => expect(await ask('/readyz')).toMatchObject(away), 15_000);
      expect(await ask('/healthz')).toMatchObject(away);
      expect(await ask('/livez')).toEqual({ status: 200, body: { status: 'alive' } });
      await server.start();
      const good = { status: 200, body: { status: 'ready', reasons: [] } };
      await vi.waitFor(async () => expect(await ask('/readyz')).toMatchObject(good), 15_000);
    });

    it('shows no password in its log', () => {
      expect(program.output()).not.toContain(server.url);
    });
  },
);
