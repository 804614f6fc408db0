import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, it, onTestFinished } from 'vitest';

import { fileSize } from './format';
import { postFile, refusal } from './upload';

/** A store on this machine that lets pages post, answers as it is told, and remembers what came. */
async function store(status: number, answer = '') {
  const came: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const part of request) body += String(part);
      if (request.method === 'POST') came.push(body);
      response.writeHead(request.method === 'OPTIONS' ? 204 : status, {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': 'POST',
      });
      response.end(request.method === 'OPTIONS' ? undefined : answer);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/raw`;
  return { came, form: { url, fields: { key: 'imports/1', policy: 'p' }, expires_at: '2026-11-21T08:00:00Z' } };
}

describe('a file that is not taken', () => {
  it.each([
    ['<Error><Code>EntityTooLarge</Code></Error>', /larger than it was/],
    ['<Error><Code>AccessDenied</Code></Error>', /time to upload it is over/],
    ['<Error><Code>SlowDown</Code></Error>', /SlowDown/],
    ['', /503/],
  ])('says why of %j', (xml, why) => {
    expect(refusal(503, xml).message).toMatch(why);
  });
});

describe('an upload', () => {
  const { signal } = new AbortController();

  it('posts the fields of its form and then the file', async () => {
    const { form, came } = await store(204);
    await postFile(form, new Blob(['the file itself']), { signal, onShare: () => undefined });
    expect(came[0]?.indexOf('imports/1')).toBeLessThan(came[0]?.indexOf('the file itself') ?? -1);
  });

  it('that is refused says why, and one that finds nobody says so', async () => {
    const refused = await store(400, '<Error><Code>EntityTooSmall</Code></Error>');
    const sending = { signal, onShare: () => undefined };
    await expect(postFile(refused.form, new Blob(['a']), sending)).rejects.toThrow('The file is empty.');
    const nobody = { ...refused.form, url: 'http://127.0.0.1:9/raw' };
    await expect(postFile(nobody, new Blob(['a']), sending)).rejects.toMatchObject({
      title: 'The file could not be sent',
    });
  });

  it('that was cancelled before it began is not begun', async () => {
    const form = { url: 'http://127.0.0.1:9', fields: {}, expires_at: '2026-11-21T08:00:00Z' };
    const sending = postFile(form, new Blob(['a']), { signal: AbortSignal.abort(), onShare: () => undefined });
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('sizes', () => {
  it('are told as files are measured', () => {
    expect([1, 999, 12_345, 3_400_000].map((bytes) => fileSize(bytes, 'en'))).toEqual([
      '1 byte',
      '999 bytes',
      '12.3 kB',
      '3.4 MB',
    ]);
  });
});
