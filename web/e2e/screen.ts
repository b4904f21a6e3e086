import type { Locator, Page } from 'playwright-core';
import type { NodeAddress } from './renkei-driver.ts';

/** A label as a person chooses it in the form. */
export interface LabelChoice {
  readonly classification: string;
  readonly releasableTo: readonly string[] | 'public' | 'nobody';
}

export interface ReportText {
  readonly title: string;
  readonly summary: string;
  readonly remarks?: string;
  readonly precedence?: string;
  readonly label: LabelChoice;
  readonly remarksLabel?: LabelChoice;
}

/** One browser of one person: what can be done there, and what can be seen. */
export class Screen {
  readonly origins = new Set<string>();
  readonly complaints: string[] = [];
  private readonly bodies: Promise<string>[] = [];

  constructor(
    readonly page: Page,
    readonly node: NodeAddress,
  ) {}

  watch(): void {
    this.page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== 'blob:' && protocol !== 'data:') {
        this.origins.add(origin);
      }
    });
    this.page.on('response', (response) => {
      // The streams never end; what they carry is gathered in the page (see streamGatherer).
      if (!/\/api\/v1\/(tracks\/)?stream$/.test(response.url())) {
        this.bodies.push(response.text().catch(() => ''));
      }
    });
    this.page.on('pageerror', (error) => this.complaints.push(error.message));
    this.page.on('console', (message) => {
      if (message.type() === 'error') {
        this.complaints.push(message.text());
      }
    });
  }

  /** Everything this browser was given, and everything on its page. */
  async everythingReceived(): Promise<string> {
    const bodies = await Promise.all(this.bodies);
    const streamed = await this.page.evaluate(() => sessionStorage.getItem('e2e.streamed') ?? '');
    return [...bodies, streamed, await this.page.content()].join('\n');
  }

  get banner(): Locator {
    return this.page.locator('.classification-banner');
  }

  get panel(): Locator {
    return this.page.locator('.panel');
  }

  row(title: string): Locator {
    return this.page.locator('.record-row').filter({ hasText: title });
  }

  decision(party: string): Locator {
    return this.page.locator(`.panel .decision[data-party="${party}"]`);
  }

  /** The panel of one partner on the Links screen. */
  link(party: string): Locator {
    return this.page.locator(`.link-panel[data-party="${party}"]`);
  }

  linkIn(party: string, state: string): Locator {
    return this.page.locator(`.link-panel[data-party="${party}"][data-state="${state}"]`);
  }

  async signIn(token: string): Promise<void> {
    await this.page.click('.sign-in [data-switch]');
    await this.page.fill('.sign-in [name="token"]', token);
    await this.page.click('.sign-in button[type="submit"]');
  }

  async open(title: string): Promise<void> {
    await this.row(title).first().locator('button').click();
    await this.page.locator('.record-panel h2').filter({ hasText: title }).waitFor();
  }

  async go(screen: string): Promise<void> {
    await this.page.click(`.rail [data-screen="${screen}"]`);
  }

  /** Fills the form of a situation report; it is not sent yet. */
  async write(text: ReportText): Promise<void> {
    await this.page.click('.record-list .pane-head .button');
    const form = this.page.locator('.compose');
    await form.waitFor();
    await form.locator('select[name="kind"]').selectOption('situation-report');
    await form.locator('select[name="precedence"]').selectOption(text.precedence ?? 'ROUTINE');
    await this.label(form.locator('> .label-editor'), text.label);
    await form.locator('[name="title"]').fill(text.title);
    await form.locator('[name="summary"]').fill(text.summary);
    if (text.remarks !== undefined) {
      await form.locator('[name="remarks"]').fill(text.remarks);
    }
    if (text.remarksLabel) {
      const field = form.locator('[data-field="remarks"].form-row');
      await field.locator('.form-name .link').click();
      await this.label(field.locator('.label-editor'), text.remarksLabel);
    }
  }

  /** Stores the draft and waits for the record it became. */
  async send(title: string): Promise<void> {
    await this.page.click('.compose button[type="submit"]');
    await this.page.locator('.record-panel h2').filter({ hasText: title }).waitFor();
  }

  async whyFor(party: string): Promise<Locator> {
    const decision = this.decision(party);
    const head = decision.locator('.decision-head');
    await head.waitFor();
    if ((await head.getAttribute('aria-expanded')) === 'false') {
      await head.click();
    }
    return decision.locator('.reasons');
  }

  private async label(editor: Locator, { classification, releasableTo }: LabelChoice): Promise<void> {
    await editor.locator('select[name="classification"]').selectOption(classification);
    const kind = typeof releasableTo === 'string' ? releasableTo : 'parties';
    await editor.locator(`input[type="radio"][value="${kind}"]`).check();
    if (typeof releasableTo !== 'string') {
      for (const box of await editor.locator('.party-choices input').all()) {
        if (await box.isEnabled()) {
          await box.setChecked(releasableTo.includes(await box.inputValue()));
        }
      }
    }
  }
}

/** Runs in the page before anything else: keeps a copy of all that the stream of changes carries. */
export function streamGatherer(): void {
  const original = window.fetch;
  window.fetch = async (input, init) => {
    const response = await original(input, init);
    if (/\/api\/v1\/(tracks\/)?stream$/.test(String(input)) && response.body) {
      const [mine, theirs] = response.body.tee();
      void mine
        .pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>)
        .pipeTo(
          new WritableStream<string>({
            write: (text) =>
              sessionStorage.setItem('e2e.streamed', (sessionStorage.getItem('e2e.streamed') ?? '') + text),
          }),
        )
        .catch(() => undefined);
      return new Response(theirs, { status: response.status, headers: response.headers });
    }
    return response;
  };
}
