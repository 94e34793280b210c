import { PRINT_STYLE } from './style-print.ts';

/** The look of every page, for light and dark screens and for print; no colour tells anything alone. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --bg: #f4f6f8; --card: #ffffff; --fg: #1b1f24; --muted: #515a64; --line: #d3d9e0; --surface: #f2f4f7; --link: #0757b5; --mark: #fff1a8; --mark-fg: #1b1f24;
  --pass: #1a7f37; --fail: #c21f2b; --error: #8b1a4f; --warn: #8a5a00; --known: #6639ba; --untested: #57606a; --observed: #0a62c4;
  --pass-soft: #e4f5e9; --fail-soft: #fdeaea; --warn-soft: #fbf3dd; --open-soft: #e9f2fd; --unknown-soft: #eef0f2; --error-soft: #fbeaf2;
  --gone: #fbdcdc; --come: #d3f2dc; --shadow: 0 1px 2px rgb(27 31 36 / .08), 0 1px 6px rgb(27 31 36 / .05);
}
@media (prefers-color-scheme: dark) { :root {
  --bg: #0b0f14; --card: #12181f; --fg: #e6edf3; --muted: #9fa9b4; --line: #333b45; --surface: #1a222b; --link: #79b8ff; --mark: #6b5200; --mark-fg: #fff7d6;
  --pass-soft: #10291a; --fail-soft: #37161a; --warn-soft: #33270c; --open-soft: #10253f; --unknown-soft: #21262d; --error-soft: #331325;
  --gone: #4d1c20; --come: #123d20; --shadow: none;
} }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--bg); color: var(--fg); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main, body > header, body > footer { max-width: 76rem; margin: 0 auto; padding: 1rem 1.25rem; }
main { padding-top: 0; padding-bottom: 3rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.3125rem; line-height: 1.3; margin: 1.9rem 0 .4rem; }
header h2 { font-size: 1.0625rem; margin: 1rem 0 .35rem; }
h3 { font-size: 1.0625rem; margin: 1.25rem 0 .4rem; }
h4 { font-size: 1rem; margin: 0; }
h5, .head { font-size: .875rem; font-weight: 700; margin: .9rem 0 .3rem; } .wire .head { margin-top: .3rem; }
p, ul, dl, figure { margin: .5rem 0; }
ul, ol { padding-left: 1.35rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
code, pre { font: .8125rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
pre { margin: 0; padding: .5rem .75rem; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; unicode-bidi: isolate; }
mark { background: var(--mark); color: var(--mark-fg); outline: 1px solid; padding: 0 .1em; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem; z-index: 3; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.kicker, .meta, .reason, .elsewhere, .nothing, .level, .note, .type, small { color: var(--muted); font-size: .875rem; }
.reason, .note { font-weight: 400; }
.kicker { margin: 0 0 .5rem; }
.banner { border: 1px solid; border-left-width: 1rem; border-radius: 10px; padding: 1rem 1.25rem; background: var(--card); box-shadow: var(--shadow); }
.banner p { margin: .35rem 0 0; font-size: 1.0625rem; }
.banner .mock { border-top: 1px solid var(--line); padding-top: .5rem; margin-top: .6rem; font-size: 1rem; }
.banner.pass { border-color: var(--pass); } .banner.fail { border-color: var(--fail); } .banner.error { border-color: var(--error); } .banner:is(.untested, .warn) { border-color: var(--warn); }
.cut { border: 2px dashed var(--fail); border-radius: 8px; padding: .5rem 1rem; margin: .75rem 0; background: var(--fail-soft); }
.cut progress { width: 100%; }
.problems { border-left: .5rem solid var(--warn); padding-left: 1rem; }
.glance { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 0 2.5rem; }
.glance > * { min-width: 0; }
.facts div { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 .75rem; padding: .2rem 0; border-top: 1px solid var(--line); }
.facts dt { color: var(--muted); font-size: .875rem; } .facts dd { margin: 0; }
.pairs div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .15rem 0; } .pairs dt { min-width: 15rem; } .pairs dd { margin: 0; flex: 1; min-width: 12rem; }
.chip { display: inline-block; padding: 0 .55em; border-radius: 1em; font-size: .8125rem; font-weight: 600; color: #fff; white-space: nowrap; }
.chip.pass { background: var(--pass); } .chip.fail { background: var(--fail); } .chip.error { background: var(--error); } .chip.warn { background: var(--warn); }
.chip.known { background: var(--known); } .chip.untested { background: #57606a; } .chip.observed { background: var(--observed); }
.worst { list-style: none; padding: 0; } .worst li { padding: .25rem 0; }
.trend { margin-top: 1rem; } .trend svg { display: block; margin-top: .35rem; max-width: 100%; height: auto; }
.trend rect.pass { fill: var(--pass); } .trend rect.fail { fill: var(--fail); } .trend rect.error { fill: var(--error); } .trend rect.untested { fill: var(--untested); }
.contents { border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); margin: .75rem 0; }
.contents ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; padding: 0; margin: .25rem 0; } .contents a { display: inline-block; padding: .2rem 0; }
.wide { overflow-x: auto; max-width: 100%; position: relative; }
table { border-collapse: collapse; font-size: .9375rem; width: 100%; overflow-wrap: break-word; background: var(--card); }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; }
thead th { background: var(--surface); }
.counts { width: auto; } .counts td { text-align: right; } .counts td.word { text-align: left; }
summary { cursor: pointer; min-height: 1.5rem; } summary > h2, summary > h4 { display: inline; }
details > summary { list-style-position: outside; margin-left: 1.1rem; }
.fold { border: 1px solid var(--line); border-radius: 8px; background: var(--card); margin: .6rem 0 0; padding: .55rem .9rem; }
.fold > summary h2 { font-size: 1.0625rem; margin: 0 .75rem 0 0; } .fold > .inside { padding: .25rem 0 .5rem; }
.requirements { list-style: none; padding: 0; margin: .35rem 0 .35rem 1.1rem; }
.requirements > li { padding: .35rem 0; border-top: 1px dotted var(--line); }
.requirements details { font-size: .875rem; color: var(--muted); }
.level { text-transform: uppercase; letter-spacing: .03em; font-size: .75rem; }
.page > details > summary { margin-top: .7rem; margin-bottom: .2rem; } .page > details > summary > h3 { display: inline; margin-right: .75rem; font-size: 1rem; } .page > details[open] > summary > .tally { display: none; }
.row { border: 1px solid var(--line); border-left: .3rem solid var(--line); background: var(--card); padding: .3rem .75rem; margin-top: -1px; }
.row.bare p { margin: 0; } .row.bare .quote + .nothing { margin-top: .15rem; }
.row.fail { border-left-color: var(--fail); } .row.error { border-left-color: var(--error); } .row.warn { border-left-color: var(--warn); } .row.known { border-left-color: var(--known); }
.row.pass { border-left-color: var(--pass); } .row.observed { border-left-color: var(--observed); } .row.untested { border-left-color: var(--untested); }
.row .across { display: inline-flex; flex-wrap: wrap; gap: 0 1rem; width: calc(100% - 1.25rem); vertical-align: top; } .row .cells { flex: 1 1 16rem; min-width: 0; } .row .tally { white-space: nowrap; margin-left: auto; } .row[open] > summary { margin-bottom: .35rem; }
.row .code { white-space: pre-wrap; display: block; font-size: .75rem; } .row .name { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .875rem; }
.finding { border: 1px solid var(--line); border-left-width: .5rem; border-radius: 10px; padding: .75rem 1rem; margin: .75rem 0; background: var(--card); box-shadow: var(--shadow); }
.finding.fail { border-left-color: var(--fail); } .finding.warn { border-left-color: var(--warn); } .finding.error { border-left-color: var(--error); } .finding.known { border-left-color: var(--known); }
.standing { color: var(--muted); } .standing b { color: var(--fg); }
figcaption { font-size: .875rem; color: var(--muted); }
blockquote { margin: .25rem 0; border-left: 3px solid var(--line); padding-left: .75rem; }
.differences { margin: .25rem 0; } .expected, .received { min-width: 8rem; overflow-wrap: anywhere; } .received { font-weight: 600; } td ul { min-width: 14rem; }
.story { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: .75rem; margin: .35rem 0; }
.step { border: 1px solid var(--line); border-radius: 8px; padding: 0 .75rem .6rem; min-width: 0; background: var(--bg); } .step h5 { display: flex; flex-wrap: wrap; gap: 0 .6rem; margin: .5rem 0 .1rem; font-size: .9375rem; }
.step .what { margin: 0 0 .4rem; font-size: .875rem; color: var(--muted); } .step pre { background: var(--card); } .step .line { border: 0; background: none; padding: .25rem 0; } .step .meta { margin: .1rem 0; } .path { color: var(--muted); font-size: .75rem; }
.change { width: auto; } .change del, .change ins { text-decoration: none; padding: 0 .25em; border-radius: 3px; font-family: ui-monospace, monospace; font-size: .8125rem; } .change del { background: var(--gone); } .change ins { background: var(--come); font-weight: 600; }
.wire { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: .5rem 1rem; } .wire > * { min-width: 0; } .wire .body { margin-top: .25rem; }
.evidence { margin-top: .75rem; } .timeline { list-style: none; padding: 0; margin: .35rem 0; }
.exchange, .entry { border-top: 1px solid var(--line); padding: .35rem 0; } .exchange[open] { padding-bottom: .75rem; } .exchange time, .step time { font-variant-numeric: tabular-nums; color: var(--muted); font-size: .875rem; }
.copy { margin: .35rem 0; position: relative; } .copy pre { padding-right: 6rem; } .copy button { position: absolute; right: .35rem; top: .3rem; }
button, input, select { font: inherit; font-size: .875rem; color: var(--fg); background: var(--card); border: 1px solid var(--muted); border-radius: 6px; padding: .2rem .6rem; min-height: 1.75rem; }
.decision { width: auto; font-size: .8125rem; } .decision th:first-child, .coverage th:first-child { position: sticky; left: 0; background: var(--surface); z-index: 1; }
.cell { padding: .1rem .35rem; } td.cell { min-width: 4.5rem; } td.cell a { display: block; min-height: 1.5rem; text-decoration: none; color: inherit; } td.cell a b { text-decoration: underline; text-underline-offset: 2px; }
.cell.right { background: var(--pass-soft); } .cell.wrong { background: var(--fail-soft); outline: 2px solid var(--fail); outline-offset: -2px; } .cell.open, .cell.again { background: var(--open-soft); } .cell.unknown { background: var(--unknown-soft); }
.key { white-space: nowrap; margin-right: .5rem; } .cell small { color: inherit; } .none { background: repeating-linear-gradient(45deg, transparent 0 6px, var(--line) 6px 7px); }
.coverage { width: auto; font-size: .8125rem; } .coverage td { text-align: right; } .coverage .none { text-align: center; color: var(--fg); } .pair { padding: .3rem 0; border-top: 1px dotted var(--line); }
.cell.unmet { background: var(--warn-soft); } .columns { columns: 18rem; font-size: .875rem; }
.observations > div { padding: .35rem 0; border-top: 1px dotted var(--line); } .observations dd { margin-left: 1.25rem; }
.histogram rect { fill: var(--observed); } .histogram { display: block; }
#filter { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; margin: .75rem 0; } #filter[hidden], [hidden] { display: none !important; }
.differs > * { background: var(--warn-soft); }
:target:not(section) { outline: 3px solid var(--link); outline-offset: 2px; }
@media (max-width: 40rem) { .counts { font-size: .8125rem; } main, body > header { padding-left: .75rem; padding-right: .75rem; } h1 { font-size: 1.5rem; } .banner { border-left-width: .6rem; padding: .75rem; } .facts div { grid-template-columns: 5.5rem 1fr; } .pairs dt { min-width: 100%; } th, td { padding: .25rem .35rem; } .finding { padding: .6rem .6rem; } .fold { padding: .55rem .6rem; } .copy pre { padding-right: .75rem; padding-top: 2.2rem; } .differences thead { display: none; } .differences :is(tr, td) { display: block; } .differences tr { padding: .4rem 0; } .differences td { border: 0; } .differences td ul { min-width: 0; } .differences .expected::before { content: 'Expected: '; } .differences .received::before { content: 'Received: '; } .differences td:last-child::before { content: 'Met in:'; } }
@media (max-width: 24rem) { .counts { font-size: .75rem; } .counts :is(th, td) { padding: .2rem .25rem; } }
${PRINT_STYLE}`;
