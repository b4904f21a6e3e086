import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { FakeState } from './fake-state';
import { fakeTrackChanges } from './fake-tracks';
import { Refusal } from './refusal';
import { answer } from './routes';

const CONTENT_SECURITY_POLICY =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; worker-src 'self' blob:; connect-src 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'";

const OPEN = new Set(['/health', '/api/v1/sign-in']);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves one state as the API describes it, and the built client beside it. */
export function serve(state: FakeState, token: string, dist: string): Server {
  return createServer((request, response) => {
    handle(state, token, dist, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
}

/** Where two must agree, the second comes with the same token and `-2`. */
function callers(token: string): Readonly<Record<string, string>> {
  return { [`Bearer ${token}`]: 'administrator', [`Bearer ${token}-2`]: 'second-officer' };
}

async function handle(
  state: FakeState,
  token: string,
  dist: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const url = new URL(request.url ?? '/', 'http://node');
  response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  if (!url.pathname.startsWith('/api/') && url.pathname !== '/health') {
    await file(dist, url.pathname, response);
    return;
  }
  const speak = request.headers['accept-language']?.startsWith('ja') ? 'ja' : 'en';
  try {
    const caller = callers(token)[request.headers.authorization ?? ''];
    if (!OPEN.has(url.pathname) && caller === undefined) {
      throw new Refusal(401, speak === 'ja' ? '有効なトークンがありません。' : 'No valid token.');
    }
    if (url.pathname === '/api/v1/stream') {
      stream(state, request, response);
      return;
    }
    if (url.pathname === '/api/v1/tracks/stream') {
      streamTracks(request, response);
      return;
    }
    const answered = answer(state, request.method ?? 'GET', url, await content(request), speak, caller ?? '');
    const status = answered.status;
    const body = await answered.body;
    const isFile = Buffer.isBuffer(body);
    response
      .writeHead(status, { 'Content-Type': isFile ? 'application/octet-stream' : 'application/json' })
      .end(isFile ? body : JSON.stringify(body));
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    const problem = {
      type: 'about:blank',
      title: 'Refused',
      status: error.status,
      detail: error.message,
      errors: error.errors,
    };
    response.writeHead(error.status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(problem));
  }
}

function stream(state: FakeState, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': hello\n\n');
  const listener = (event: string, data: unknown) => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  state.listeners.add(listener);
  const beat = setInterval(() => response.write(': beat\n\n'), 15_000);
  request.on('close', () => {
    clearInterval(beat);
    state.listeners.delete(listener);
  });
}

function streamTracks(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const tell = (whole: boolean) =>
    response.write(`event: tracks\ndata: ${JSON.stringify(fakeTrackChanges(Date.now(), whole))}\n\n`);
  tell(true);
  const beat = setInterval(() => tell(false), 1_000);
  request.on('close', () => clearInterval(beat));
}

async function file(dist: string, path: string, response: ServerResponse): Promise<void> {
  const name = normalize(path === '/' ? '/index.html' : path);
  try {
    const content = await readFile(join(dist, name));
    response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(content);
  } catch {
    response.writeHead(404).end('Not found');
  }
}

/** JSON as what it says, a file as its bytes. */
async function content(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk as Uint8Array));
  }
  const all = Buffer.concat(chunks);
  if (request.headers['content-type'] === 'application/octet-stream') {
    return all;
  }
  return all.length === 0 ? undefined : (JSON.parse(all.toString()) as unknown);
}
