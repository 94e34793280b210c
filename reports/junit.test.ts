import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import type { ConformanceReport } from '../schemas/results.ts';
import { renderJunit } from './junit.ts';
import { sampleReport } from './testing/sample-reports.ts';

interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

/** Reads it with a parser that takes nothing that XML 1.0 does not allow. */
function parse(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const path = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    path.at(-1)?.children.push(node);
    path.push(node);
  });
  parser.on('closetag', () => void path.pop());
  parser.on('text', (text) => {
    const node = path.at(-1);
    if (node) node.text += text;
  });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

const all = (node: Node, name: string): Node[] => [
  ...node.children.filter((child) => child.name === name),
  ...node.children.flatMap((child) => all(child, name)),
];
const suiteOf = (report: ConformanceReport, name: string) =>
  parse(renderJunit(report)).children.find(({ attributes }) => attributes.name === name);

/** Every character that XML cannot hold, or holds badly, and what would end a text or begin markup. */
const HOSTILE = [
  ...Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)),
  '\u007f\u0085\ufffe\uffff\ufeff\u202e',
  'a\ud800b\udc00c\udc00\ud800',
  '\u{1f600}\u{1fffe}\u{10ffff}',
  ']]>--></failure><!-- &amp; &#0; "\' <![CDATA[',
].join('|');

const SAMPLES: Record<string, ConformanceReport> = {
  clean: sampleReport(),
  'one fault': sampleReport({ broken: ['BODY-04'] }),
  interrupted: sampleReport({ broken: ['BODY-04'], missing: 4 }),
  'not judged': sampleReport({ unusable: true, problems: [HOSTILE] }),
  hostile: sampleReport({ broken: ['BODY-04'], serverText: HOSTILE, endpoint: HOSTILE }),
};

for (const [name, report] of Object.entries(SAMPLES)) {
  test(`junit.xml is well-formed, and its counts are those of its testcases: ${name}`, () => {
    const root = parse(renderJunit(report));
    for (const node of [root, ...all(root, 'testsuite')]) {
      const { tests, failures, errors, skipped } = node.attributes;
      assert.equal(Number(tests), all(node, 'testcase').length);
      assert.equal(Number(failures), all(node, 'failure').length);
      assert.equal(Number(errors), all(node, 'error').length);
      assert.equal(Number(skipped), all(node, 'skipped').length);
    }
  });
}

test('Every character stands in an attribute and in a text as it was, or written out', () => {
  const unusable = sampleReport({ unusable: true, problems: ['?'] });
  for (let code = 0; code <= 0xffff; code += 256) {
    const text = Array.from({ length: 256 }, (_, index) => String.fromCharCode(code + index)).join(' ');
    const [error] = all(parse(renderJunit({ ...unusable, problems: [text] })), 'error');
    assert.equal(error?.attributes.message, error?.text);
    assert.equal(error?.text.includes('A'), text.includes('A'));
  }
});

test('A run that could not test has one testcase, whose error is the message', () => {
  const report = sampleReport({
    unusable: true,
    problems: ['It does not answer: check CBR_ENDPOINT.', 'Second.'],
  });
  const root = parse(renderJunit(report));
  assert.deepEqual([root.attributes.tests, root.attributes.errors], ['1', '1']);
  const [error] = all(root, 'error');
  assert.equal(error?.attributes.message, 'It does not answer: check CBR_ENDPOINT.');
  assert.equal(error?.text, 'It does not answer: check CBR_ENDPOINT.\nSecond.');
});

test('The requirements are a suite of their own: as many failures as findings', () => {
  const report = sampleReport({ broken: ['BODY-04', 'STAT-01'], missing: 2 });
  const suite = suiteOf(report, 'requirements');
  assert.equal(suite?.children.length, report.requirements.length);
  assert.equal(Number(suite?.attributes.failures), report.counts.requirements.fail);
  assert.equal(Number(suite?.attributes.skipped), report.counts.requirements.untested);
  const failed = suite?.children.find(({ attributes }) => attributes.name?.startsWith('BODY-04 (MUST) '));
  assert.match(failed?.children[0]?.attributes.message ?? '', /^BODY-04: The request is taken/);
});

test('A failed test names first what it breaks, whatever its title', () => {
  const report = sampleReport({ broken: ['BODY-04', 'STAT-07'] });
  const [first] = report.tests.filter(({ requirements }) => requirements.includes('BODY-04'));
  const other = report.tests.find(({ requirements }) => requirements.includes('STAT-07'));
  assert.ok(first && other);
  first.title = 'PATH-07 an unknown project_id is refused';
  first.id = `sample.spec.ts › Table 1 › ${first.title}`;
  first.outcomes = [...other.outcomes, ...first.outcomes];
  const suite = suiteOf(report, 'sample.spec.ts');
  const found = suite?.children.find(({ attributes }) => attributes.name === `Table 1 › ${first.title}`);
  const [failure] = found ? all(found, 'failure') : [];
  assert.match(
    failure?.attributes.message ?? '',
    /^STAT-07, BODY-04: The request was refused, .*expected "pending", got "accepted"/,
  );
  assert.equal(failure?.text.split('\n')[0], failure?.attributes.message);
  assert.equal(found?.attributes.classname, 'sample.spec.ts');
  assert.match(failure?.text ?? '', /^specs\/sample\.spec\.ts:\d+$/m);
  assert.match(failure?.text ?? '', /curl -i -X PUT/);
});

test('A test that never ran is skipped with the reason', () => {
  const suite = suiteOf(sampleReport({ missing: 4 }), 'sample.spec.ts');
  const [skipped] = suite ? all(suite, 'skipped') : [];
  assert.equal(skipped?.attributes.message, 'the run was interrupted before this test');
});
