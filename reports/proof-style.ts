/** The style of `proof.html`, for light and dark screens and for print. */
export const PROOF_STYLE = `
:root { color-scheme: light dark; --line: #8886; --good: #17692f; --bad: #b3151b; --warn: #8a5700; }
@media (prefers-color-scheme: dark) { :root { --good: #6fd08c; --bad: #ff8f8a; --warn: #f0b95a; } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 80rem; margin: 0 auto; padding: 1rem; }
dl { display: flex; flex-wrap: wrap; gap: 1rem 2rem; }
dt { font-size: .85rem; }
dd { margin: 0; font-size: 1.4rem; font-weight: 600; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .875rem; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
th[scope=row] { min-width: 16rem; }
th[scope=row] span, th[scope=row] small { font-weight: 400; }
.column { writing-mode: vertical-rl; }
.good { color: var(--good); }
.bad, .fail, .error { color: var(--bad); }
.warn { color: var(--warn); }
tr:target { outline: 2px solid; }
`;
