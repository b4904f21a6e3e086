import { expect, it } from 'vitest';
import { toldSubject } from './told-subject';

const CASE = '5c1d7f0e-7d0a-3a55-9b7e-0f6a2c9d1e11';

it('reads whose view an address asks for, and leaves other pages alone', () => {
  expect(toldSubject('told')).toEqual({ party: null, caseId: null });
  expect(toldSubject('told-USA')).toEqual({ party: 'USA', caseId: null });
  expect(toldSubject(`told-USA-${CASE}`)).toEqual({ party: 'USA', caseId: CASE });
  for (const other of [null, 'brief', 'told-', 'told-USA-nothing', 'toldUSA']) {
    expect(toldSubject(other)).toBeNull();
  }
});
