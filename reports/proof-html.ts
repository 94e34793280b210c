/** Renders `proof.json` as `proof.html`, beside it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FaultResult, Proof, TargetResult, VariantResult } from '../schemas/proof.ts';
import { PROOF_STYLE } from './proof-style.ts';

type Result = FaultResult | VariantResult | TargetResult;

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
const seconds = (ms: number) => (ms / 1000).toFixed(1);

/** One self-contained page, readable without scripts. */
export function renderProof(proof: Proof): string {
  const { counts, problems } = proof;
  const holds = problems.length === 0;
  const figures: [string, string][] = [
    ['faults found', `${counts.found} of ${counts.faults}`],
    ['healthy variants passed', `${counts.passed} of ${counts.variants}`],
    ['wrong targets exposed', `${counts.exposed} of ${counts.targets}`],
    ['requirements proven', `${counts.proven} of ${counts.requirements}`],
    ['requirements turned by a fault, median', String(counts.medianTurned)],
    ['seconds', seconds(proof.durationMs)],
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Proof: ${holds ? 'holds' : 'does not hold'}</title>
<style>${PROOF_STYLE}</style>
</head>
<body>
<main>
<h1>Proof: every check can fail, every check is fair</h1>
<p class="${holds ? 'good' : 'bad'}"><strong>${holds ? 'The proof holds.' : 'The proof does not hold.'}</strong>
Run on <time>${escapeHtml(proof.startedAt)}</time>.</p>
<dl>${figures.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>
<nav aria-label="Contents"><ul>
<li><a href="#problems">Problems</a></li><li><a href="#requirements">Requirements and their faults</a></li>
<li><a href="#matrix">Faults and what they turn</a></li><li><a href="#variants">Healthy variants</a></li>
<li><a href="#targets">Plainly wrong targets</a></li></ul></nav>
<section id="problems"><h2>Survivors, false alarms and other problems</h2>
${holds ? '<p>None.</p>' : `<ul>${problems.map((problem) => `<li>${escapeHtml(problem)}</li>`).join('')}</ul>`}
</section>
${requirementSection(proof)}
${matrixSection(proof)}
<section id="variants"><h2>Healthy variants</h2>
<p>Servers that differ in a way the contract allows. Each is conformant without an accusation.</p>
${byKind(proof.variants, variantTable)}</section>
<section id="targets"><h2>Plainly wrong targets</h2>
<p>Servers that do not serve the operation at all. None gets near a good verdict.</p>
${targetTable(proof.targets)}</section>
</main>
</body>
</html>
`;
}

function requirementSection({ requirements }: Proof): string {
  const rows = requirements
    .filter(({ level }) => level !== 'observe')
    .map(({ id, level, statement, faults, also }) => {
      const links = faults.map((name) => `<a href="#${name}">${name}</a>`).join(', ') || '<b>none</b>';
      const more = also.length > 0 ? ` <small>and in passing ${also.length}</small>` : '';
      return `<tr id="${id}"><th scope="row">${id}</th><td>${level}</td><td>${escapeHtml(statement)}</td><td>${faults.length}</td><td>${links}${more}</td></tr>`;
    });
  return `<section id="requirements"><h2>Requirements and the faults that show they can fail</h2>
<div class="wide" tabindex="0" role="region" aria-label="Requirements"><table>
<thead><tr><th scope="col">Requirement</th><th scope="col">Level</th><th scope="col">Statement</th><th scope="col">Faults</th><th scope="col">By name</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div></section>`;
}

function matrixSection({ faults, counts }: Proof): string {
  const spread = Object.entries(counts.distribution)
    .map(([turned, count]) => `${count} faults turn ${turned}`)
    .join(', ');
  return `<section id="matrix"><h2>Faults and what they turn</h2>
<p>Each row of the matrix is a faulty server; its columns are the requirements that it turns, the one it names
in bold. What merely depends on a broken requirement is untested, not red. ${spread}.</p>
${byKind(faults, matrixTable)}</section>`;
}

function byKind<T extends Result>(results: readonly T[], table: (some: readonly T[]) => string): string {
  const kinds = [...new Set(results.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const some = results.filter((result) => result.kind === kind);
      return `<h3>${escapeHtml(kind)} (${some.length})</h3>${table(some)}`;
    })
    .join('\n');
}

/** The columns of one kind: the requirements that any of its faults turns. */
function matrixTable(faults: readonly FaultResult[]): string {
  const columns = [
    ...new Set(faults.flatMap(({ breaks, turned }) => [breaks, ...turned.map((found) => found.requirement)])),
  ].sort();
  const head = columns.map((id) => `<th scope="col" class="column"><a href="#${id}">${id}</a></th>`).join('');
  const rows = faults.map((fault) => {
    const cells = columns.map((id) => cell(fault, id));
    const mark = fault.outcome === 'found' ? '' : ` <strong class="bad">${fault.outcome}</strong>`;
    const why = fault.why ? `<br><small>${escapeHtml(fault.why)}</small>` : '';
    return `<tr id="${fault.name}"><th scope="row">${fault.name}${mark}<br><span>${escapeHtml(fault.sentence)}</span>${why}</th>${cells.join('')}<td>${fault.untested}</td></tr>`;
  });
  return wideTable(`<tr><th scope="col">Fault</th>${head}<th scope="col">Untested</th></tr>`, rows);
}

function cell({ breaks, turned }: FaultResult, id: string): string {
  const found = turned.find(({ requirement }) => requirement === id);
  if (!found) return breaks === id ? '<td class="bad"><b>missed</b></td>' : '<td></td>';
  const word = breaks === id ? `<b>${found.verdict}</b>` : found.verdict;
  return `<td class="${found.verdict}" title="${escapeHtml(found.reason)}">${word}</td>`;
}

function variantTable(variants: readonly VariantResult[]): string {
  const rows = variants.map(({ name, sentence, verdict, outcome, turned, requests }) => {
    const said = turned.map(({ requirement, verdict: word, reason }) => `${requirement} ${word}: ${reason}`);
    return `<tr id="${name}"><th scope="row">${name}<br><span>${escapeHtml(sentence)}</span></th><td class="${outcome === 'passed' ? 'good' : 'bad'}">${outcome}</td><td>${verdict}</td><td>${escapeHtml(said.join('; ')) || 'nothing'}</td><td>${requests}</td></tr>`;
  });
  return wideTable(headOf('Variant', 'Outcome', 'Verdict', 'Accused of', 'Requests'), rows);
}

function targetTable(targets: readonly TargetResult[]): string {
  const rows = targets.map(({ name, sentence, verdict, outcome, problems, turned }) => {
    const reason = problems[0] ?? turned.map(({ requirement }) => requirement).join(', ');
    return `<tr id="${name}"><th scope="row">${name}<br><span>${escapeHtml(sentence)}</span></th><td class="${outcome === 'exposed' ? 'good' : 'bad'}">${outcome}</td><td>${verdict}</td><td>${escapeHtml(reason)}</td></tr>`;
  });
  return wideTable(headOf('Target', 'Outcome', 'Verdict', 'What gave it away'), rows);
}

const headOf = (...columns: string[]) =>
  `<tr>${columns.map((column) => `<th scope="col">${column}</th>`).join('')}</tr>`;

function wideTable(head: string, rows: readonly string[]): string {
  return `<div class="wide" tabindex="0" role="region" aria-label="Table"><table><thead>${head}</thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}

/** Renders the proof of a reports directory. */
export function writeProofHtml(directory: string): string {
  const proof = JSON.parse(readFileSync(join(directory, 'proof.json'), 'utf8')) as Proof;
  const path = join(directory, 'proof.html');
  writeFileSync(path, renderProof(proof));
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(import.meta.dirname, '..');
  const directory = join(resolve(root, process.env.CBR_REPORTS_DIR || 'reports/latest'), 'proof');
  process.stdout.write(`${writeProofHtml(directory)}\n`);
}
