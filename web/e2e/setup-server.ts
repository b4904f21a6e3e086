import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fakeCard, readFakeCard } from '../src/testing/fake-node/fake-cards.ts';

const PAGES = new URL('../../node/src/main/resources/setup/', import.meta.url);
const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['setup.html', 'text/html; charset=utf-8'],
  '/setup.js': ['setup.js', 'text/javascript; charset=utf-8'],
  '/setup.css': ['setup.css', 'text/css'],
};
const STEPS = ['node', 'place', 'addresses', 'keys', 'partner'] as const;
const POLICY = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The page of a setup as the node serves it, and answers as the node gives them; what is written stays here. */
export class SetupServer {
  readonly answers: Record<string, string> = { apiAddress: '127.0.0.1', apiPort: '8081', linkPort: '9081' };
  written = false;
  private step = 0;
  private opened = false;

  private readonly server = createServer((request, response) => {
    this.handle(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });

  static async start(): Promise<SetupServer> {
    const made = new SetupServer();
    await new Promise<void>((resolve) => made.server.listen(0, '127.0.0.1', resolve));
    return made;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/#setup=link`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    response.setHeader('Content-Security-Policy', POLICY);
    const file = FILES[path];
    if (file) {
      response.writeHead(200, { 'Content-Type': file[1] }).end(readFileSync(new URL(file[0], PAGES)));
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of request) {
      parts.push(part as Buffer);
    }
    const body = JSON.parse(Buffer.concat(parts).toString() || '{}') as Record<string, string>;
    const [status, json] = this.answer(path.replace('/setup/', ''), body);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
  }

  private answer(what: string, body: Record<string, string>): readonly [number, unknown] {
    if (what === 'open') {
      const first = !this.opened && body['link'] === 'link';
      this.opened = true;
      return first ? [200, this.state()] : [403, { problem: 'link' }];
    }
    if (what === 'card') {
      const card = readFakeCard(body['card'] ?? '');
      return card ? [200, shown(card)] : [422, { problem: 'card' }];
    }
    if (what === 'finish') {
      this.written = true;
      return [200, { file: '/srv/renkei/node.yaml', address: '127.0.0.1:8081' }];
    }
    if (what === 'node' && !/^[A-Z]{3}\/[a-z0-9-]+$/.test(body['node'] ?? '')) {
      const en = 'The nation in capitals, a slash, the site in small letters';
      return [422, { mistakes: [{ field: 'node', en, ja: '国名（大文字）、斜線、拠点（小文字）です' }] }];
    }
    Object.assign(this.answers, body);
    this.step += what === STEPS[this.step] ? 1 : 0;
    return [200, this.state()];
  }

  private state() {
    const own = this.step >= STEPS.indexOf('keys') ? { own: shown(fakeCard('JPN/ichigaya', 'key 1')) } : {};
    return { next: STEPS[this.step] ?? 'finish', values: this.answers, ...own };
  }
}

function shown({ node, fingerprint, text, words }: ReturnType<typeof fakeCard>) {
  return { node, fingerprint, text, en: words.en, ja: words.ja };
}
