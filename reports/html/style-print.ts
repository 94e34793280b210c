/** On paper: the findings begin a page and stand open, what is folded elsewhere stays so, and nothing is there to click. */
export const PRINT_STYLE = `@media print {
  :root { color-scheme: light; --bg: #fff; --card: #fff; --fg: #000; --muted: #444; --line: #999; --surface: #f6f6f6; --link: #000; --shadow: none; --mark: #fff1a8; --mark-fg: #000;
    --pass-soft: #e4f5e9; --fail-soft: #fdeaea; --warn-soft: #fbf3dd; --open-soft: #e9f2fd; --unknown-soft: #eef0f2; --gone: #fbdcdc; --come: #d3f2dc; }
  @page { margin: 15mm 14mm; }
  body { font-size: 10pt; } main, body > header { max-width: none; padding: 0; }
  #filter, button, .contents, .skip { display: none !important; }
  .chip, .cell, .banner, .finding, .row, mark, del, ins { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .banner, tr, .step, .row > summary, .requirements > li { break-inside: avoid; } h2, h3, h4, h5, summary, figcaption { break-after: avoid; }
  #findings { break-before: page; } #findings > h2, #findings h3 { margin-top: 0; } [data-group] > h3, [data-group] > p { break-after: avoid; }
  .wide { overflow: visible; } .copy pre { padding-right: .75rem; }
  .finding details::details-content { content-visibility: visible; block-size: auto; }
  .finding:not(:first-of-type) .settings { display: none; } .story:has(> :nth-child(3)) { grid-template-columns: repeat(3, 1fr); }
  .finding .evidence { display: none; } #evidence { display: none; } table { font-size: 8pt; } pre, code { font-size: 7.5pt; }
}
`;
