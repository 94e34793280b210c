import type { Level, RequirementId } from './requirements.ts';
import type { RunVerdict, Verdict } from './results.ts';

/** What the suite said about one requirement of one target, where it is more than a pass. */
export interface Accusation {
  requirement: RequirementId;
  verdict: Verdict;
  reason: string;
}

export interface Trial {
  /** Permanent, in kebab case. */
  name: string;
  /** What is peculiar about this server. */
  sentence: string;
  /** Faults and variants of one kind stand together. */
  kind: string;
  verdict: RunVerdict;
  /** Requirements that fail, warn or end in an error. */
  turned: Accusation[];
  /** How many requirements could not be tested, as what they depend on does not hold. */
  untested: number;
  /** In company, its part of them. */
  requests: number;
  durationMs: number;
  /** Others of which the server that was tried had the peculiarities, too. */
  beside: string[];
}

/** `elsewhere`: the suite noticed something, but not at the requirement that the fault breaks. */
export interface FaultResult extends Trial {
  breaks: RequirementId;
  /** Which tests it met: all of them, or some until one showed its requirement broken. What else it turns, only all tell. */
  tests: 'all' | 'own';
  outcome: 'found' | 'survived' | 'elsewhere';
  /** Why it turns more than two requirements, or why they cannot be fewer. */
  why?: string;
}

/** `accused`: a healthy server was told to be wrong, or could not be judged. */
export interface VariantResult extends Trial {
  outcome: 'passed' | 'accused';
  /** Requirements of level should at which a warning is justified. */
  warns: RequirementId[];
  /** What was left untested. */
  left: Accusation[];
  /** What was left behind, or why the target could not be tested at all. */
  problems: string[];
  /** How many tests ran at once in the trial that is told. */
  lanes: number;
}

/** `passed`: a server that does not serve the operation at all got through. */
export interface TargetResult extends Trial {
  outcome: 'exposed' | 'passed';
  /** What kept it from being tested at all, if anything did. */
  problems: string[];
}

/** Which faults show that a requirement can fail. */
interface RequirementProof {
  id: RequirementId;
  level: Level;
  statement: string;
  /** Faults that name the requirement and turn it. */
  faults: string[];
  /** Other faults that turn it too. */
  also: string[];
}

/** What came of changing one keyword of the contract. */
export interface Mutation {
  /** `schemas/tables/table-3-request-body.schema.json#/properties/status/enum` */
  keyword: string;
  /** `dropped`, `without "accepted"`. */
  change: string;
  /** `nothing`: the keyword decides nothing, and is one too many. */
  noticed: 'verdicts' | 'cases' | 'operation' | 'refused' | 'nothing';
  /** Where the contract is refused: why. */
  reason?: string;
}

export interface Proof {
  schemaVersion: 1;
  /** `quick`: one fault of each requirement met every test, the others those of the requirement that they break. */
  depth: 'whole' | 'quick';
  startedAt: string;
  durationMs: number;
  counts: {
    faults: number;
    found: number;
    variants: number;
    passed: number;
    targets: number;
    exposed: number;
    /** Requirements of level must and should. */
    requirements: number;
    proven: number;
    /** Requirements turned by a found fault that met every test. */
    medianTurned: number;
    /** How many faults turn 1, 2, 3 … requirements. */
    distribution: Record<string, number>;
  };
  /** What keeps the proof from holding, one sentence each; empty when it holds. */
  problems: string[];
  faults: FaultResult[];
  variants: VariantResult[];
  targets: TargetResult[];
  requirements: RequirementProof[];
  /** Every keyword of the contract, changed one at a time; absent where only some servers were tried. */
  contract?: Mutation[];
}
