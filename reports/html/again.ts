import type {
  ConformanceReport,
  ExchangeEvidence,
  RequirementResult,
  TenantName,
} from '../../schemas/results.ts';
import { command } from './evidence.ts';
import { rerunCommand } from './grep.ts';
import { type Html, html } from './markup.ts';
import type { Evidence, Model } from './model.ts';
import { decidedBefore, isReading, type Story, storyOf, suspectsOf } from './story.ts';

/** How to see a finding again: with the suite, and by hand with curl. */
export function againSection(
  model: Model,
  requirement: RequirementResult,
  evidence: readonly Evidence[],
): Html {
  const again = html`<h5>See it again</h5>${command(rerunCommand(requirement, evidence))}
<p class="meta">Where what other tests send, or time, has a part in it, it shows in a run of the whole suite alone.</p>`;
  if (model.report.target.kind === 'mock') {
    return html`${again}
<p>Nothing has to be set: the run was made with the embedded mock, which starts by itself.</p>`;
  }
  const [first] = evidence;
  const hand = first && byHand(model, first, storyOf(model, first.outcome));
  return html`${again}
<details><summary>What has to be set, and the same by hand with curl</summary><div class="settings"><p>With these variables, or with the .env that the run had; a secret is read from the environment, and is not written here.</p>
${command(settings(model.report))}</div>
${hand !== undefined && html`<p>By hand: the suite has removed its shares at the end, so the share is made again first.</p>${command(hand)}`}</details>`;
}

const quote = (text: string) => (/^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** Variables that say where reports go and what they are compared with: another run has its own. */
const OF_THE_REPORT = /^CBR_(?:REPORTS_DIR|ENV_FILE|HISTORY|BASELINE|KEEP_RUNS|TARGET_VERSION|WAIVERS)$/;

/** The run's variables for a shell; one that is a secret must be there already. */
function settings({ configuration }: ConformanceReport): string {
  return Object.entries(configuration)
    .filter(([name]) => /^[A-Z][A-Z0-9_]*$/.test(name) && !OF_THE_REPORT.test(name))
    .map(([name, value]) =>
      value === '(set)'
        ? `: "\${${name}:?is a secret, or private: set and export it first}"`
        : `export ${name}=${quote(value)}`,
    )
    .join('\n');
}

/** A token for a shell variable, by the login that the run had. */
function tokenOf({ configuration }: ConformanceReport, tenant: TenantName, variable: string): string {
  const prefix = `CBR_${tenant.toUpperCase()}`;
  const { IAM_ENDPOINT: iam, [`${prefix}_USERNAME`]: user, [`${prefix}_DOMAIN`]: domain } = configuration;
  const project = configuration[`${tenant === 'reader' ? 'CBR_MEMBER' : prefix}_PROJECT_ID`] ?? '';
  if (!iam || !user || !domain) return `${variable}=$${prefix}_TOKEN`;
  const literal = (text: string) => JSON.stringify(text).replaceAll("'", "'\\''");
  const body = `JSON.stringify({auth:{identity:{methods:["password"],password:{user:{name:${literal(user)},password:process.env.${prefix}_PASSWORD,domain:{name:${literal(domain)}}}}},scope:{project:{id:${literal(project)}}}}})`;
  const address = quote(`${iam}/v3/auth/tokens`);
  return `${variable}=$(node -p '${body}' |
  curl -sS -o /dev/null -D - -H 'Content-Type: application/json' --data-binary @- ${address} |
  tr -d '\\r' | sed -n 's/^[Xx]-[Ss]ubject-[Tt]oken: //p')`;
}

const SHARE = /^(.*)\/v3\/([0-9a-f]{32})\/backups\/([0-9a-f-]{36})\/members(?:\/([0-9a-f]{32}))?$/;

interface Place {
  base: string;
  backup: string;
  member: string;
}

/** The share that a test was about, by the calls that prepared or read it: the call under test may name another one. */
function placeOf(
  { exchanges, configuration }: ConformanceReport,
  { test }: Evidence,
  story: Story,
): Place | undefined {
  const own = configuration.CBR_MEMBER_PROJECT_ID ?? '';
  const calls = test.exchanges.flatMap((id) => exchanges[id] ?? []);
  const candidates = [
    story.before,
    story.after,
    ...calls.filter(({ operation }) => operation === 'add' || operation === 'show'),
    story.call,
    ...calls,
  ];
  for (const exchange of candidates) {
    const [, base, , backup, member = own] = SHARE.exec(exchange?.request.url ?? '') ?? [];
    if (base !== undefined && backup !== undefined && member !== '') return { base, backup, member };
  }
  return undefined;
}

/** Everything from the tokens to the last reading, for a shell; `undefined` where no share can be told. */
function byHand(model: Model, evidence: Evidence, story: Story): string | undefined {
  const { report } = model;
  const { call, after } = story;
  const last = call ?? after;
  const place = placeOf(report, evidence, story);
  if (!last || !place) return undefined;
  const suspects = suspectsOf(model, evidence.outcome);
  const isRead = isReading(last);
  const decided = isRead ? decidedBefore(model, evidence, last) : [];
  const state = decided[0]?.situation?.state ?? stateBefore(report, evidence, last);
  const reading = after ?? (isRead ? last : undefined);
  const own = get(`${place.base}/v3/${place.member}/backups/${place.backup}/members/${place.member}`);
  const parts: string[][] = [
    ...tokens(report, last),
    ...share(report, place, state),
    ...(decided.length > 0 ? [decisions(report, decided)] : []),
    ...(suspects.length === 0 && call && call !== reading ? [['# The call', call.curl]] : []),
    ...(suspects.length > 0 ? [['# One of these', ...suspects.map(({ curl }) => curl)]] : []),
    ['# What the share reads as now', ...waitBefore(last, decided.at(-1)), reading?.curl ?? own],
  ];
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

/** What comes late shows only after as long as it took in the run. */
function waitBefore(read: ExchangeEvidence, decided: ExchangeEvidence | undefined): string[] {
  const waitedMs = decided ? Date.parse(read.startedAt) - Date.parse(decided.startedAt) : 0;
  return waitedMs < 500 ? [] : [`sleep ${Math.ceil(waitedMs / 1000)}`];
}

/** Each with the token of whoever decided. */
function decisions(report: ConformanceReport, decided: readonly ExchangeEvidence[]): string[] {
  const tenants = [...new Set(decided.map(({ tenant }) => tenant ?? 'member'))];
  const nameOf = (tenant: TenantName) => `${tenant.toUpperCase()}_TOKEN`;
  return [
    '# What was decided about it, one after the other',
    ...tenants.map((tenant) => tokenOf(report, tenant, nameOf(tenant))),
    ...decided.map(({ curl, tenant }) => curl.replaceAll('$TOKEN', `$${nameOf(tenant ?? 'member')}`)),
  ];
}

const get = (url: string) => `curl -i ${quote(url)} -H "X-Auth-Token: $TOKEN"`;

function tokens(report: ConformanceReport, { tenant, curl }: ExchangeEvidence): string[][] {
  const who = tenant ?? 'member';
  const strange = /\$\{?(ALTERED|REVOKED)_TOKEN/.exec(curl)?.[1];
  return [
    [
      `# The token of the ${who}, which lives for 24 hours; the password is read from the environment`,
      tokenOf(report, who, 'TOKEN'),
    ],
    ...(strange === 'ALTERED' ? [['# A token with one character changed', 'ALTERED_TOKEN=x$TOKEN']] : []),
    ...(strange === 'REVOKED'
      ? [
          [
            '# Another token of the same login, revoked: DELETE /v3/auth/tokens with it as X-Subject-Token',
            'REVOKED_TOKEN=',
          ],
        ]
      : []),
  ];
}

/** In what state the share was when the call came: `pending` unless the run says otherwise. */
function stateBefore({ exchanges }: ConformanceReport, { test }: Evidence, call: ExchangeEvidence): string {
  if (call.situation) return call.situation.state;
  const at = test.exchanges.indexOf(call.id);
  const next = test.exchanges
    .slice(Math.max(0, at))
    .flatMap((id) => exchanges[id]?.situation ?? [])
    .at(0);
  return next?.state ?? 'pending';
}

function share(report: ConformanceReport, { base, backup, member }: Place, state: string): string[][] {
  const { configuration } = report;
  const owner = configuration.CBR_OWNER_PROJECT_ID;
  const title = `# The share again, ${state === 'none' ? 'removed: the backup is not shared' : state}`;
  if (!owner) {
    return [
      [
        `${title}: its owner was not given to the suite. It is made with POST …/backups/${backup}/members by the owner.`,
      ],
    ];
  }
  const members = `${base}/v3/${owner}/backups/${backup}/members`;
  const auth = '-H "X-Auth-Token: $OWNER_TOKEN"';
  const json = "-H 'Content-Type: application/json'";
  const decide = (body: Record<string, string | undefined>) =>
    `curl -i -X PUT ${quote(`${base}/v3/${member}/backups/${backup}/members/${member}`)} -H "X-Auth-Token: $MEMBER_TOKEN" ${json} -d ${quote(JSON.stringify(body))}`;
  const vault = configuration.CBR_MEMBER_VAULT_ID;
  return [
    [
      title,
      tokenOf(report, 'owner', 'OWNER_TOKEN'),
      `curl -i -X DELETE ${quote(`${members}/${member}`)} ${auth}`,
      ...(state === 'none'
        ? []
        : [`curl -i -X POST ${quote(members)} ${auth} ${json} -d '{"members":["${member}"]}'`]),
      ...(state === 'accepted' || state === 'rejected' ? [tokenOf(report, 'member', 'MEMBER_TOKEN')] : []),
      ...(state === 'accepted' ? [decide({ status: 'accepted', vault_id: vault })] : []),
      ...(state === 'rejected' ? [decide({ status: 'rejected' })] : []),
    ],
  ];
}
