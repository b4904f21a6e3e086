import type { Locator, Page } from 'playwright-core';
import { PATIENCE } from './patience.ts';

/** One nation at the page of a case: it says what the node offers, in the words of its screen. */
export class CaseSide {
  constructor(readonly page: Page) {}

  async open(id: string): Promise<void> {
    await this.page.evaluate((one) => {
      location.hash = `#/cases/${one}`;
    }, id);
    await this.page.locator('.case-head h3').waitFor(PATIENCE);
  }

  get acts(): Locator {
    return this.page.locator('.case-acts');
  }

  said(act: string, text: string): Locator {
    return this.page.locator(`.case-said[data-act="${act}"]`).filter({ hasText: text });
  }

  get consultation(): Locator {
    return this.page.locator('.case-asked[data-agreed]');
  }

  asked(text: string): Locator {
    return this.page.locator('.case-asked').filter({ hasText: text });
  }

  /** Says the step of that name that is offered there, to all but these nations. */
  async say(
    where: Locator,
    step: string,
    values: Readonly<Record<string, string>> = {},
    without: readonly string[] = [],
  ): Promise<void> {
    await where.getByRole('button', { name: step, exact: true }).first().click(PATIENCE);
    const form = this.page.locator('form[data-act]');
    await form.waitFor(PATIENCE);
    await fill(form, values);
    for (const nation of without) {
      await form.locator(`input[name="to-${nation}"]`).uncheck(PATIENCE);
    }
    await form.locator('button[type="submit"]').click(PATIENCE);
    await form.waitFor({ state: 'detached', ...PATIENCE }).catch(async (slow: unknown) => {
      throw new Error(`${step} was not said: ${await form.innerText()}`, { cause: slow });
    });
  }
}

/** Fields by their names. */
export async function fill(form: Locator, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const input = form.locator(`[name="${name}"]`).first();
    await input.waitFor(PATIENCE);
    if ((await input.evaluate((one) => one.tagName)) === 'SELECT') {
      await input.selectOption(value);
    } else {
      await input.fill(value);
    }
  }
}
