/** Pages of every kind, for the tests in a browser. */
import { REQUIREMENT_IDS } from '../../schemas/requirements.ts';
import { renderComparison } from '../html/comparison.ts';
import { renderConformance } from '../html/conformance.ts';
import { renderProof } from '../html/proof.ts';
import { sampleProof } from './sample-proof.ts';
import { sampleReport } from './sample-reports.ts';

/** A dozen or so, of every kind. */
export const RED = REQUIREMENT_IDS.filter((_, index) => index % 9 === 0);
const UNREACHABLE = 'https://cbr.example.com does not answer: check CBR_ENDPOINT.';

const clean = sampleReport();
const one = sampleReport({ broken: ['BODY-04'] });

export const PAGES = {
  clean: renderConformance(clean),
  one: renderConformance(
    sampleReport({ broken: ['BODY-04'], baseline: sampleReport({ broken: ['BODY-01'] }) }),
    { playwright: true },
  ),
  dozen: renderConformance(sampleReport({ broken: RED })),
  thirty: renderConformance(sampleReport({ broken: REQUIREMENT_IDS.slice(0, 30) })),
  interrupted: renderConformance(sampleReport({ missing: 4, problems: ['A share is left.'] })),
  changed: renderConformance(sampleReport({ broken: ['STAT-07', 'STAT-10', 'REF-04'], runs: 29 })),
  mock: renderConformance(sampleReport({ target: 'mock', endpoint: 'http://127.0.0.1:4711' })),
  unusable: renderConformance(sampleReport({ unusable: true, problems: [UNREACHABLE] })),
  hostile: renderConformance(
    sampleReport({
      broken: ['BODY-04'],
      serverText: `<script>document.title='taken'</script>${'wide'.repeat(200)}`,
    }),
  ),
  comparison: renderComparison([
    { name: 'north', report: clean, page: 'north/conformance.html' },
    { name: 'south', report: one, page: 'south/conformance.html' },
    { name: 'west', report: sampleReport({ missing: 4 }) },
    { name: 'east', missing: 'There is no east/conformance.json: its run left no report. Look at its job.' },
  ]),
  proof: renderProof(sampleProof()),
};
