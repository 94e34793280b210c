import { revoke } from '../fixtures/actors/histories.ts';
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
        async ({ aftermath, stage }) => {
          const share = await intrude(stage, name, state);
          // The last of them before it is decided anew: what any was refused leaves it as it was to its owner, too.
          const isLast = name === (state === 'accepted' ? 'outsider' : INTRUDERS.at(-1));
          if (isLast && (state === 'pending' || state === 'accepted'))
            await aftermath.unchangedToOwner(share);
          // What was refused to others is no reason to refuse its member.
          const isLeft = state === 'accepted' && share.state === state;
          if (name === 'outsider' && isLeft) await revoke(stage, share);
        },
      );
    }
  }
});
