/** Renders `proof.json` as `proof.html`, beside it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Proof } from '../schemas/proof.ts';
import { renderProof } from './html/proof.ts';

const root = join(import.meta.dirname, '..');
const directory = join(resolve(root, process.env.CBR_REPORTS_DIR || 'reports'), 'proof');
const path = join(directory, 'proof.html');
writeFileSync(path, renderProof(JSON.parse(readFileSync(join(directory, 'proof.json'), 'utf8')) as Proof));
process.stdout.write(`${path}\n`);
