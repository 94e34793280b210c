import { ACTORS_CALLED } from '../fixtures/actors/actor.ts';
import type { Share } from '../fixtures/actors/share.ts';
import { refuses, test } from '../fixtures/index.ts';
import { withArticle } from '../fixtures/requests/cases.ts';
import { judgeForm } from '../fixtures/scenarios/allowed-form.ts';
import { revoke } from '../fixtures/scenarios/histories.ts';
import { INTRUDERS, intrude, intrusionRequirements } from '../fixtures/scenarios/intrusions.ts';
import { judgeOwnersReading } from '../fixtures/scenarios/shown-to-owner.ts';
import type { Stage } from '../fixtures/scenarios/stage.ts';
import { STATES } from '../schemas/situations.ts';

/** The member decides about a pending share, and that is carried out, to its owner too, who has read it before. */
async function decideAsEver(stage: Stage, share: Share): Promise<void> {
  const { member, given } = stage;
  const [id, decision] = given.ids.vaultId
    ? (['STAT-01', 'accept'] as const)
    : (['STAT-02', 'reject'] as const);
  const send = (about: Share) => member.decide(about, decision);
  await judgeForm(stage, id, { share, decision, first: await send(share), resend: send });
  if (given.hasOwner && share.state === 'accepted') await judgeOwnersReading(stage, share, share.state);
}

test.describe('Who may decide', () => {
  for (const state of STATES) {
    for (const name of INTRUDERS) {
      const ids = intrusionRequirements(name, state);
      const about = state === 'none' ? 'what is not shared' : `${withArticle(state)} share`;
      test(
        `${ids[0]} ${ACTORS_CALLED[name]} cannot decide about ${about}`,
        refuses(...ids),
        async ({ member, aftermath, given, stage }) => {
          const share = await intrude(stage, name, state);
          if (name !== INTRUDERS.at(-1) || share.snapshot.status !== state) return;
          // Before it is decided anew: what any of them was refused leaves it as it was to its owner, too.
          if (state === 'pending' || state === 'accepted') await aftermath.judgeUnchangedToOwner(share);
          // What was refused to others is no reason to refuse its member.
          if (state === 'pending') await decideAsEver(stage, share);
          if (state === 'accepted') await revoke(stage, share);
          // Whether what was rejected is accepted anew is open, and what is confirmed happens.
          if (state === 'rejected' && given.ids.vaultId !== undefined)
            await aftermath.judgeLeftOpen(share, await member.decide(share, 'accept'), ['accepted']);
        },
      );
    }
  }
});
