/** The look of every page, for light and dark screens and for print; no colour tells anything alone. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --bg: #ffffff; --fg: #1b1f24; --muted: #57606a; --line: #d0d7de; --surface: #f6f8fa; --link: #0757b5; --mark: #fff1a8; --mark-fg: #1b1f24;
  --pass: #1a7f37; --fail: #c21f2b; --error: #8b1a4f; --warn: #8a5a00; --known: #6639ba; --untested: #57606a; --observed: #0a62c4;
  --pass-soft: #e6f6ea; --fail-soft: #fdeced; --warn-soft: #fbf3dd; --open-soft: #e9f2fd; --unknown-soft: #eef0f2;
}
@media (prefers-color-scheme: dark) { :root {
  --bg: #0d1117; --fg: #e6edf3; --muted: #9aa4af; --line: #3d444d; --surface: #151b23; --link: #79b8ff; --mark: #6b5200; --mark-fg: #fff7d6;
  --pass-soft: #10291a; --fail-soft: #37161a; --warn-soft: #33270c; --open-soft: #10253f; --unknown-soft: #21262d;
} }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--bg); color: var(--fg); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main, body > header, body > footer { max-width: 72rem; margin: 0 auto; padding: 1rem; }
main { padding-top: 0; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.375rem; margin: 2.5rem 0 .75rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
header h2 { font-size: 1.125rem; margin: 1.25rem 0 .5rem; border: 0; padding: 0; }
h3 { font-size: 1.125rem; margin: 1.75rem 0 .5rem; }
h4 { font-size: 1rem; margin: 0 0 .5rem; }
h5 { font-size: .875rem; margin: .75rem 0 .25rem; }
p, ul, dl, figure { margin: .5rem 0; }
ul { padding-left: 1.25rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.reason { font-weight: 400; }
code, pre { font: .8125rem/1.45 ui-monospace, monospace; }
pre { margin: 0; padding: .5rem .75rem; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; overflow: auto; max-height: 26rem; white-space: pre-wrap; unicode-bidi: isolate; }
mark { background: var(--mark); color: var(--mark-fg); outline: 1px solid; padding: 0 .1em; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--bg); padding: .5rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.kicker, .meta, .reason, .elsewhere, .nothing, .level, small { color: var(--muted); font-size: .875rem; }
.kicker { margin: 0 0 .5rem; }
.banner { border: 2px solid; border-left-width: 1rem; border-radius: 8px; padding: .75rem 1rem; background: var(--surface); }
.banner p { margin: .25rem 0 0; font-size: 1.0625rem; }
.banner.pass { border-color: var(--pass); } .banner.fail { border-color: var(--fail); } .banner.error { border-color: var(--error); } .banner.untested { border-color: var(--warn); }
.cut { border: 2px dashed var(--fail); border-radius: 8px; padding: .5rem 1rem; margin: .75rem 0; background: var(--fail-soft); }
.cut progress { width: 100%; }
.problems { border-left: .5rem solid var(--warn); padding-left: 1rem; }
.facts, .pairs { display: flex; flex-wrap: wrap; gap: .5rem 2rem; }
.facts dt { color: var(--muted); font-size: .875rem; } .facts dd { margin: 0; font-weight: 600; }
.pairs { display: block; } .pairs div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .15rem 0; } .pairs dt { min-width: 15rem; } .pairs dd { margin: 0; flex: 1; min-width: 12rem; }
.chip { display: inline-block; padding: 0 .5em; border-radius: 1em; font-size: .8125rem; font-weight: 600; color: #fff; white-space: nowrap; }
.chip.pass { background: var(--pass); } .chip.fail { background: var(--fail); } .chip.error { background: var(--error); } .chip.warn { background: var(--warn); }
.chip.known { background: var(--known); } .chip.untested { background: #57606a; } .chip.observed { background: var(--observed); }
.worst { list-style: none; padding: 0; } .worst li { padding: .15rem 0; }
.contents ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
.wide { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; font-size: .9375rem; width: 100%; overflow-wrap: break-word; }
caption { text-align: left; color: var(--muted); font-size: .875rem; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; }
thead th { background: var(--surface); }
.counts { width: auto; } .counts td { text-align: right; }
.contract tbody { border-top: 2px solid var(--line); }
.contract .quote > * { background: var(--surface); }
.contract th { font-weight: 600; }
p.quote, pre.quote { border-left: 3px solid var(--line); padding-left: .75rem; }
pre.quote { border-radius: 0; }
.requirements { list-style: none; padding: 0; margin: .25rem 0; }
.requirements > li { padding: .3rem 0; border-top: 1px dotted var(--line); }
.requirements > li:first-child { border-top: 0; }
.requirements details { font-size: .875rem; color: var(--muted); }
.level { text-transform: uppercase; letter-spacing: .03em; font-size: .75rem; }
.finding { border: 1px solid var(--line); border-left-width: .5rem; border-radius: 8px; padding: .75rem 1rem; margin: 1rem 0; }
.finding.fail { border-left-color: var(--fail); } .finding.warn { border-left-color: var(--warn); } .finding.error { border-left-color: var(--error); } .finding.known { border-left-color: var(--known); }
figcaption { font-size: .875rem; color: var(--muted); }
blockquote { margin: .25rem 0; border-left: 3px solid var(--line); padding-left: .75rem; }
.received { font-weight: 600; } .received, td code { min-width: 8rem; overflow-wrap: anywhere; }
td ul { min-width: 14rem; }
.wire { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: .5rem 1rem; }
.wire > section { min-width: 0; }
.copy { margin-top: .5rem; position: relative; }
.copy pre { padding-right: 6rem; }
.copy button { position: absolute; right: .35rem; top: .35rem; }
button, input, select { font: inherit; font-size: .875rem; color: var(--fg); background: var(--bg); border: 1px solid var(--muted); border-radius: 6px; padding: .2rem .6rem; }
details.exchange { border-top: 1px solid var(--line); padding: .25rem 0; }
summary { cursor: pointer; }
.decision { width: auto; font-size: .8125rem; } .decision th:first-child { position: sticky; left: 0; background: var(--surface); z-index: 1; }
.cell { white-space: nowrap; padding: .2rem .4rem; } td.cell a { text-decoration: none; color: inherit; } td.cell a b { text-decoration: underline; text-underline-offset: 2px; }
.cell.right { background: var(--pass-soft); } .cell.wrong { background: var(--fail-soft); outline: 2px solid var(--fail); outline-offset: -2px; }
.cell.open { background: var(--open-soft); } .cell.unknown { background: var(--unknown-soft); }
.cell small { color: inherit; } .none { background: repeating-linear-gradient(45deg, transparent 0 6px, var(--line) 6px 7px); }
.observations > div { padding: .35rem 0; border-top: 1px dotted var(--line); } .observations dd { margin-left: 1.25rem; }
.histogram rect { fill: var(--observed); } .histogram { display: block; }
#filter { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: .75rem 0; } #filter[hidden] { display: none; }
.differs > * { background: var(--warn-soft); }
:target:not(section) { outline: 3px solid var(--link); outline-offset: 2px; }
@media (max-width: 40rem) { h1 { font-size: 1.5rem; } .pairs dt { min-width: 100%; } th, td { padding: .25rem .35rem; } }
@media print {
  :root { color-scheme: light; --bg: #fff; --fg: #000; --muted: #444; --line: #999; --surface: #f6f6f6; --link: #000; }
  body { font-size: 10pt; } #filter, button, .contents, .skip { display: none !important; }
  .chip, .cell, .banner, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .finding, .banner, tr { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } pre { max-height: none; } .wide { overflow: visible; }
  details.exchange { display: none; } #evidence { display: none; } table { font-size: 8pt; }
}
`;
