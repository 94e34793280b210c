import type { RequirementId } from './requirements.ts';

/**
 * The space in which the operation is tested: what state the share is in, which decision is sent, what is wrong
 * with the request, how often this decision was sent for this share before, and who sends it. Cases are chosen
 * so that every pair of values is met, and every triple of state, decision and mistake.
 */

/** How the share stands when the request arrives; `none`: the backup is not shared with the member. */
export type State = 'none' | 'pending' | 'accepted' | 'rejected';
export type Decision = 'accept' | 'reject';
/** How often this decision has been sent for this share, this time included. */
type Repetition = 'first' | 'again' | 'third';
/** `nobody`: no token goes with the request. */
export type ActorName = 'member' | 'owner' | 'outsider' | 'reader' | 'nobody';

export const STATES = ['none', 'pending', 'accepted', 'rejected'] as const satisfies readonly State[];
export const DECISIONS = ['accept', 'reject'] as const satisfies readonly Decision[];
export const REPETITIONS = ['first', 'again', 'third'] as const satisfies readonly Repetition[];
export const ACTORS = [
  'member',
  'owner',
  'outsider',
  'reader',
  'nobody',
] as const satisfies readonly ActorName[];
/** The value of the dimension `mistake` for a request in which nothing is wrong. */
export const NO_MISTAKE = 'none';

/** Which part of a request is wrong. */
export type RequestPart = 'path' | 'token' | 'body' | 'bytes' | 'method';

/** One way in which a request can be wrong, named after the keyword of the contract that it breaks, if any. */
export interface MistakeKind {
  /** Unique: `ill-formed backup_id`. */
  name: string;
  /** Broken where such a request is taken. */
  requirement: RequirementId;
  part: RequestPart;
  /** What of the request is wrong: `backup_id`. Mistakes about one thing are tried together. */
  subject: string;
  /** The only decision that it can be made with, where the contract asks for the value beside that one alone. */
  only?: Decision;
  /** Such a request carries no token at all. */
  tokenless?: boolean;
}

/** Where in the space an update stood. */
export interface Situation {
  state: State;
  decision: Decision;
  /** A name of a {@link MistakeKind}, or `none`. */
  mistake: string;
  repetition: Repetition;
  actor: ActorName;
}

export type DimensionName = keyof Situation;

/** @param before how often the decision was sent for the share before */
export const repetitionAfter = (before: number): Repetition => REPETITIONS[Math.min(before, 2)] ?? 'third';

/**
 * Why a combination of values cannot be, `undefined` where it can.
 * @param values any part of a situation
 * @param kind what the situation's mistake is, where it names one
 */
export function exclusionOf(values: Partial<Situation>, kind?: MistakeKind): string | undefined {
  const { state, decision, repetition, actor } = values;
  if (state === 'none' && repetition !== undefined && repetition !== 'first')
    return 'what is not shared was never decided about';
  if (state === 'pending' && repetition !== undefined && repetition !== 'first')
    return 'a share that was decided about is pending no more';
  if (!kind) return undefined;
  if (kind.only !== undefined && decision !== undefined && decision !== kind.only)
    return 'the contract asks for no vault beside this decision, and leaves one open';
  if (actor === 'nobody' && kind.part === 'token' && !kind.tokenless)
    return 'without a token there is none to be wrong';
  if (actor !== undefined && actor !== 'nobody' && actor !== 'member' && kind.tokenless)
    return 'without a token nothing tells who sends';
  return undefined;
}
