// Three linked fake nodes on 8081 (JPN), 8082 (USA) and 8083 (AUS), for work on the client without a real node.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const federation = fileURLToPath(new URL('../src/testing/fake-node/federation.ts', import.meta.url));
const { module } = await runnerImport(federation);
const { nodes } = await module.startFederation(Number(process.env.PORT ?? 8081));
for (const [party, { url, token }] of Object.entries(nodes)) {
  console.log(`${party}  ${url}/#token=${token}`);
}
