import { afterAll, afterEach, beforeAll } from 'vitest';
import { startNodes, type Nodes } from './nodes.ts';
import { RenkeiDriver } from './renkei-driver.ts';

/** Nodes and a browser for all tests of a file; every window is closed after each test. */
export class Stage {
  nodes!: Nodes;
  driver!: RenkeiDriver;

  static set(): Stage {
    const stage = new Stage();
    beforeAll(async () => {
      stage.nodes = await startNodes();
      stage.driver = await RenkeiDriver.start();
    });
    afterEach(() => stage.driver.closeAll());
    afterAll(async () => {
      await stage.driver.stop();
      await stage.nodes.close();
    });
    return stage;
  }
}
