import type { Page } from 'playwright-core';
import { PATIENCE } from './patience.ts';

const DAY = 86_400_000;
const SOON = 3_000;

/** A day at the place of delivery, so many days from today. */
export function tokyoDay(days = 0): string {
  return new Date(Date.now() + 9 * 3_600_000 + days * DAY).toISOString().slice(0, 10);
}

/** Values for fields that a test does not care about, by their names; dates have names of their own. */
const USUAL: Readonly<Record<string, string>> = { limit: '100,000,000', currency: 'JPY', zone: 'Asia/Tokyo' };

/** One nation at the page of an order: it says what the node offers, with what is filled in. */
export class OrderSide {
  constructor(
    readonly party: string,
    readonly page: Page,
  ) {}

  async open(order: string): Promise<void> {
    await this.page.evaluate((id) => {
      location.hash = `#/acsa/${id}`;
    }, order);
    await this.page.locator('.acsa-order h3').waitFor(PATIENCE);
  }

  /** Waits until the step is offered, fills in what is required and not known, and says it. */
  async say(step: string, values: Readonly<Record<string, string>> = {}): Promise<void> {
    const offered = this.page.locator('section').filter({ hasText: `What ${this.party} may say now` });
    await offered.getByRole('button', { name: step, exact: true }).first().click(PATIENCE);
    const form = this.page.locator('form[data-act]');
    await form.waitFor(PATIENCE);
    await this.fill(values);
    await this.send();
    await form.waitFor({ state: 'detached', ...PATIENCE });
  }

  /** The partner may say something while a form is filled in, at any moment until it is sent: then it is looked at first. */
  private async send(): Promise<void> {
    const form = this.page.locator('form[data-act]');
    const submit = form.locator('button[type="submit"]:enabled');
    const looked = form.getByRole('button', { name: 'I have looked at it' });
    let sent = false;
    while (!sent) {
      await submit.or(looked).first().waitFor(PATIENCE);
      if (await looked.isVisible()) {
        await looked.click(PATIENCE);
      }
      sent = await submit.click({ timeout: SOON }).then(
        () => true,
        () => false,
      );
    }
  }

  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    const form = this.page.locator('form.acsa-form').first();
    for (const row of await form.locator('[data-field]').all()) {
      const name = (await row.getAttribute('data-field')) ?? '';
      const input = row.locator('input:not([type="checkbox"]), textarea, select');
      const isRequired = (await row.locator('.acsa-required').count()) > 0;
      const given = values[name];
      if ((await input.count()) !== 1 || (given === undefined && !isRequired)) {
        continue;
      }
      const isChoice = (await input.evaluate((one) => one.tagName)) === 'SELECT';
      if (isChoice) {
        if (given !== undefined) await input.selectOption(given);
      } else if (given !== undefined || (await input.inputValue()) === '') {
        const isDate = await input.evaluate((one) => one.classList.contains('date-input'));
        await input.fill(given ?? USUAL[name] ?? (isDate ? tokyoDay(20) : `${name} office`));
      }
    }
  }
}
