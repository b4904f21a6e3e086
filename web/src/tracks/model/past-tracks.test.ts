import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listTracks } from '../api/list-tracks';
import { lookBack, pastTracks } from './past-tracks';

vi.mock('../api/list-tracks', () => ({ listTracks: vi.fn() }));

const answers: (() => void)[] = [];
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the picture of a time', () => {
  beforeEach(() => {
    vi.mocked(listTracks).mockImplementation(
      (at) => new Promise((resolve) => answers.push(() => resolve({ asOf: at, total: 0, tracks: [] }))),
    );
  });
  afterEach(() => {
    lookBack(null);
    vi.mocked(listTracks).mockReset();
  });

  it('is asked for once at a time, and of those that come meanwhile only the last', async () => {
    ['01', '02', '03'].forEach((minute) => lookBack(`2027-01-15T01:${minute}:00Z`));
    answers.shift()?.();
    await settled();
    expect(pastTracks.get().at).toBe('2027-01-15T01:01:00Z');
    answers.shift()?.();
    await settled();
    expect(pastTracks.get()).toMatchObject({ at: '2027-01-15T01:03:00Z', loading: false });
    expect(vi.mocked(listTracks)).toHaveBeenCalledTimes(2);
  });

  it('is forgotten by who went back to now before it came', async () => {
    lookBack('2027-01-15T02:00:00Z');
    lookBack(null);
    answers.shift()?.();
    await settled();
    expect(pastTracks.get()).toMatchObject({ at: null, loading: false });
  });
});
