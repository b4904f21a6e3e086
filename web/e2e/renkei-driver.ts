import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { PATIENCE } from './patience.ts';
import { Screen, streamGatherer } from './screen.ts';

export interface NodeAddress {
  readonly url: string;
  readonly token: string;
}

export interface Visit {
  readonly language?: 'ja' | 'en';
  readonly width?: number;
  readonly height?: number;
  /** How somebody comes: with a session, by a link with `#token=`, or with nothing. */
  readonly come?: 'with-session' | 'by-link' | 'without';
  /** Where; the map costs much in a browser without graphics hardware, so most tests stay with the list. */
  readonly screen?: 'picture' | 'records';
  /** Whether what the streams carry is kept for looking through; not where time is measured. */
  readonly gather?: boolean;
}

/** Chromium with nothing that calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
];

/** Opens browsers of people of several nations, and watches what each browser sends, gets and complains about. */
export class RenkeiDriver {
  private readonly contexts: BrowserContext[] = [];

  private constructor(private readonly browser: Browser) {}

  static async start(): Promise<RenkeiDriver> {
    const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
    return new RenkeiDriver(await chromium.launch({ executablePath, args: FLAGS }));
  }

  async visit(node: NodeAddress, visit: Visit = {}): Promise<Screen> {
    const {
      language = 'en',
      width = 1440,
      height = 900,
      come = 'with-session',
      screen: place = 'records',
      gather = true,
    } = visit;
    const context = await this.browser.newContext({
      viewport: { width, height },
      locale: language === 'ja' ? 'ja-JP' : 'en-US',
    });
    context.setDefaultTimeout(PATIENCE.timeout);
    this.contexts.push(context);
    const page: Page = await context.newPage();
    const screen = new Screen(page, node);
    screen.watch();
    if (gather) {
      await page.addInitScript(streamGatherer);
    }
    if (come === 'with-session') {
      await page.addInitScript((token) => sessionStorage.setItem('renkei.token', token), node.token);
    }
    await page.goto(`${node.url}/${come === 'by-link' ? `#token=${encodeURIComponent(node.token)}` : `#/${place}`}`);
    if (come !== 'without') {
      await page.locator('.record-list .rows > *, .record-list .empty').first().waitFor();
    }
    return screen;
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }
}
