import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { Screen } from './screen.ts';

export interface NodeAddress {
  readonly url: string;
  readonly token: string;
}

export interface Visit {
  readonly language?: 'ja' | 'en';
  readonly width?: number;
  readonly height?: number;
  /** Signed in already, as after a link with `#token=`; otherwise at the sign-in screen. */
  readonly signedIn?: boolean;
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

  async visit(
    node: NodeAddress,
    { language = 'en', width = 1440, height = 900, signedIn = true }: Visit = {},
  ): Promise<Screen> {
    const context = await this.browser.newContext({
      viewport: { width, height },
      locale: language === 'ja' ? 'ja-JP' : 'en-US',
    });
    this.contexts.push(context);
    const page: Page = await context.newPage();
    const screen = new Screen(page, node);
    screen.watch();
    await page.goto(`${node.url}/${signedIn ? `#token=${encodeURIComponent(node.token)}` : ''}`);
    if (signedIn) {
      await page.locator('.workspace').waitFor();
      await page.locator('.record-list .rows, .record-list .empty').first().waitFor();
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
