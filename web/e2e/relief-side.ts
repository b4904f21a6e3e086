import type { Locator, Page } from 'playwright-core';
import { fill } from './case-side.ts';
import { callNode } from './nodes.ts';
import { PATIENCE } from './patience.ts';
import type { NodeAddress } from './renkei-driver.ts';

/** Stores a record of the board of exercises that both nations are told of, by its node. */
export async function report(
  node: NodeAddress,
  kind: 'place-status' | 'damage-report' | 'request-for-assistance' | 'offer-of-assistance',
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  await callNode(node, 'POST', '/api/v1/records', { kind, label: 'UNCLASSIFIED//REL TO JPN, USA//EXERCISE', body });
}

/** One nation at the relief board of exercises. */
export class ReliefSide {
  constructor(readonly page: Page) {}

  /** A page of the board: `needs`, `moves`, `matching`. */
  async open(tab: string): Promise<void> {
    await this.page.evaluate((one) => {
      location.hash = `#/relief/${one}`;
    }, tab);
    await this.page.locator('.relief-head select[name="exercise"]').selectOption('true', PATIENCE);
  }

  need(title: string): Locator {
    return this.page.locator('tr[data-need]').filter({ hasText: title });
  }

  assignment(title: string, decision: string): Locator {
    return this.page.locator(`tr[data-assignment="${decision}"]`).filter({ hasText: title });
  }

  /** Leaves in a proposal only what serves the need of that title. */
  async keepOnly(title: string): Promise<void> {
    const lines = this.page.locator('tr[data-line]');
    await lines.filter({ hasText: title }).first().waitFor(PATIENCE);
    for (const other of await lines.filter({ hasNotText: title }).all()) {
      await other.locator('input[type="checkbox"]').uncheck(PATIENCE);
    }
  }

  /** The way of a plan with one leg: by the names of the places, times as they are typed. */
  async leg(from: string, departure: string, arrival: string): Promise<void> {
    const form = this.page.locator('form.case-form');
    const start = form.locator('select[name="from-0"]');
    const choice = start.locator('option').filter({ hasText: from }).first();
    await start.selectOption((await choice.getAttribute('value', PATIENCE)) ?? '');
    await fill(form, { 'departure-0': departure, 'arrival-0': arrival });
  }

  /** Says the step of that name of the move on the screen. */
  async say(step: string, values: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.page.locator('.case-acts').getByRole('button', { name: step, exact: true }).click(PATIENCE);
    const form = this.page.locator('form[data-act]');
    await fill(form, values);
    await form.locator('button[type="submit"]').click(PATIENCE);
    await form.waitFor({ state: 'detached', ...PATIENCE }).catch(async (slow: unknown) => {
      throw new Error(`${step} was not said: ${await form.innerText()}`, { cause: slow });
    });
  }
}
