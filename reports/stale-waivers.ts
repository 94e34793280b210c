import type { ConformanceReport } from '../schemas/results.ts';

/** What is to be done about waivers that waive nothing, one sentence each. */
export function staleWaivers({ waivers }: ConformanceReport): string[] {
  return waivers
    .filter(({ state }) => state !== 'used')
    .map(
      ({ id, state }) =>
        `The waiver of ${id} is ${state}: ${state === 'expired' ? 'prolong it in CBR_WAIVERS, or remove it' : 'remove it from CBR_WAIVERS'}.`,
    );
}
