import { INTRUDERS, intrude, intrusionRequirements } from '../fixtures/actors/intrusions.ts';
import { refuses, test } from '../fixtures/index.ts';
import { withArticle } from '../fixtures/requests/cases.ts';
import { STATES } from '../schemas/situations.ts';

test.describe('Who may decide', () => {
  for (const state of STATES) {
    for (const name of INTRUDERS) {
      const ids = intrusionRequirements(name, state);
      const about = state === 'none' ? 'what is not shared' : `${withArticle(state)} share`;
      test(
        `${ids[0]} ${name} cannot decide about ${about}`,
        refuses(...ids),
        async ({ owner, outsider, reader, nobody, shares, aftermath, judge, caller }) =>
          intrude({ owner, outsider, reader, nobody, shares, aftermath, judge, caller }, name, state),
      );
    }
  }
});
