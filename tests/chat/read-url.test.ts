import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fileAt, readUrl } from '../../src/chat/read-url.js';

let server: Server | undefined;

async function serve(listener: RequestListener): Promise<string> {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  return `http://127.0.0.1:${port}/file`;
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server === undefined ? resolve(null) : server.close(resolve)));
  server = undefined;
});

const unreadable = (code: string) => ({ name: 'FileUnreadable', code });

describe('a download', () => {
  it('gives every byte, up to the last one allowed', async () => {
    const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, n) => n % 251));
    const url = await serve((_, response) => response.end(bytes));
    expect(bytes.equals(await readUrl(url, 200_000))).toBe(true);
    await expect(readUrl(url, 199_999)).rejects.toMatchObject(unreadable('too-large'));
  });

  it('ends where a file goes on without end', async () => {
    let open = true;
    const url = await serve((_, response) => {
      response.on('close', () => {
        open = false;
      });
      const more = () => {
        while (open && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    });
    await expect(readUrl(url, 1_000_000)).rejects.toMatchObject(unreadable('too-large'));
    await expect.poll(() => open).toBe(false);
  });

  it.each<[string, RequestListener]>([
    ['what is not there', (_, response) => response.writeHead(404).end('no')],
    ['what is for others', (_, response) => response.writeHead(403).end('no')],
    ['a broken server', (_, response) => response.writeHead(500).end('no')],
    [
      'a cut in the middle',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('some', () => response.destroy());
      },
    ],
    [
      'a way to another place, where a page asks to sign in',
      (request, response) => {
        if (request.url === '/file') response.writeHead(302, { location: '/sign-in' }).end();
        else response.end('<!DOCTYPE html>');
      },
    ],
  ])('is no file from %s', async (_, listener) => {
    await expect(readUrl(await serve(listener), 10_000)).rejects.toMatchObject(unreadable('refused'));
  });

  it.each([
    ['http://127.0.0.1:9/nobody'],
    ['not an address'],
    ['file:///etc/hostname'],
    ['data:'],
  ])('is no file from %s', async (url) => {
    await expect(readUrl(url, 10_000).then((bytes) => bytes.length)).rejects.toMatchObject(unreadable('refused'));
  });

  it('of a file that was sent brings no more than was told', async () => {
    const url = await serve((_, response) => response.end('12345'));
    const bytes = await fileAt(url, { name: 'a.md', size: 5 }).read();
    expect(Buffer.from(bytes).toString()).toBe('12345');
    await expect(fileAt(url, { name: 'a.md', size: 4 }).read()).rejects.toMatchObject(unreadable('too-large'));
  });
});
