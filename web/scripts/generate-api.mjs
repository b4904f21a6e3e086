// Writes src/api/schema.d.ts from the node's API description, so that the client cannot drift from the contract.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString } from 'openapi-typescript';

const source = new URL('../../node/src/main/resources/openapi/openapi.yaml', import.meta.url);
const target = new URL('../src/api/schema.d.ts', import.meta.url);

const text = astToString(
  await openapiTypescript(source, { alphabetize: true, emptyObjectsUnknown: true, defaultNonNullable: false }),
);
const before = await readFile(target, 'utf8').catch(() => '');
if (before !== text) {
  await writeFile(target, text);
}
