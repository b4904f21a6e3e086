import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Whether pictures are wanted. */
export function isKept(): boolean {
  return (process.env['RENKEI_SHOTS'] ?? '') !== '';
}

/** Keeps a picture of the page in the folder that RENKEI_SHOTS names; nothing without it. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['RENKEI_SHOTS'] ?? '';
  if (isKept()) {
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
}

/** The same page in both languages, `name-ja` and `name-en`; it is in its own language again afterwards. */
export async function shootBoth(page: Page, name: string): Promise<void> {
  if (!isKept()) {
    return;
  }
  const language = (await page.evaluate(() => document.documentElement.lang)) === 'ja' ? 'ja' : 'en';
  for (const one of language === 'ja' ? ['en', 'ja'] : ['ja', 'en']) {
    await page.locator(`button[lang="${one}"]`).first().click();
    await page.locator(`html[lang="${one}"]`).waitFor();
    await shoot(page, `${name}-${one}`);
  }
}
