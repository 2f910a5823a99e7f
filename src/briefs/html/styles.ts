/**
 * The sheet of a brief. Colours are Okabe and Ito's blue, vermilion and neutral greys, which stay apart for the common
 * kinds of colour blindness; every pair of text and ground has a contrast of at least 4.5.
 */
export const styles = `
:root { color-scheme: light dark; --ground: #ffffff; --raised: #f5f6f8; --ink: #1a1d21; --soft: #50565e;
  --line: #c9ced6; --strong-line: #7b828c; --link: #0b5394; --focus: #b34700; --sea: #eaf0f4; --land: #fbfaf6;
  --border: #b9b6ab; --same: #7d858f; --loss: #d55e00; --gain: #0072b2; --loss-text: #a34700; --gain-text: #00588a;
  --band: #0072b2; --halo: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ground: #14171b; --raised: #1e2228; --ink: #e8eaed; --soft: #b3bac3;
  --line: #3a414b; --strong-line: #7b848f; --link: #8ec5ff; --focus: #ffb347; --sea: #1a222b; --land: #272b30;
  --border: #4c5157; --same: #98a1ab; --loss: #f08a3c; --gain: #56b4e9; --loss-text: #f5a262; --gain-text: #7cc7f2;
  --band: #56b4e9; --halo: #14171b; } }
* { box-sizing: border-box; }
html { font: 1rem/1.55 system-ui, "Segoe UI", "Noto Sans", "Noto Naskh Arabic", "Noto Sans Arabic", sans-serif;
  scroll-padding-block-start: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: break-word; }
header, main, footer, nav.contents { max-inline-size: 64rem; margin-inline: auto; padding-inline: 1.25rem; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; margin-block: 2rem 0.6rem; }
h1 { font-size: 1.9rem; margin-block-end: 0.3rem; } h2 { font-size: 1.5rem; } h3 { font-size: 1.15rem; }
h4 { font-size: 1rem; margin-block: 1.4rem 0.4rem; }
p, ul, ol, dl, blockquote, table, figure { margin-block: 0 0.8rem; margin-inline: 0; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
a:hover { text-decoration-thickness: 0.14em; }
a.num { color: inherit; white-space: nowrap; text-decoration-style: dotted; text-decoration-color: var(--strong-line); }
:focus-visible { outline: 0.19rem solid var(--focus); outline-offset: 0.13rem; border-radius: 0.1rem; }
:target { background: var(--raised); box-shadow: 0 0 0 0.15rem var(--focus); }
.skip { position: absolute; inset-inline-start: 0.5rem; inset-block-start: -4rem; background: var(--ground);
  padding: 0.6rem 1rem; z-index: 1; } .skip:focus { inset-block-start: 0.5rem; }
.soft { color: var(--soft); } .small { font-size: 0.875rem; }
nav.contents ul { padding-inline-start: 0; columns: 18rem; column-gap: 1.5rem; list-style: none; }
nav.contents li { break-inside: avoid; padding-inline-start: 1.3em; text-indent: -1.3em; }
section.page { border-block-start: 0.15rem solid var(--strong-line); margin-block-start: 2.5rem; }
.brief-answer { background: var(--raised); border-inline-start: 0.3rem solid var(--link); padding: 0.9rem 1.1rem;
  margin-block-end: 1.1rem; border-radius: 0.2rem; }
.brief-answer h3 { margin-block: 0 0.4rem; } .brief-answer > :last-child { margin-block-end: 0; }
.brief-answer .sentence, .lead { font-size: 1.1rem; }
dl.pairs { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 0.9rem; }
dl.pairs dt { color: var(--soft); } dl.pairs dd { margin: 0; min-inline-size: 0; }
.badge { display: inline-block; font-size: 0.75rem; line-height: 1.3; padding: 0.05rem 0.4rem; white-space: nowrap;
  border: 0.06rem solid var(--strong-line); border-radius: 0.6rem; color: var(--ink); background: var(--ground);
  font-weight: 400; }
.badge-estimated { border-style: dashed; } .badge-assumed { border-style: dotted; border-width: 0.13rem; }
.badge-computed { border-color: var(--gain-text); border-width: 0.13rem; }
.refs { font-size: 0.8rem; } .refs a { padding: 0.1rem 0.15rem; white-space: nowrap; }
.claim { border: 0.06rem solid var(--line); border-radius: 0.3rem; padding: 0.8rem 1rem; margin-block: 0.7rem;
  break-inside: avoid; } .claim > :last-child { margin-block-end: 0; }
.claim blockquote { font-size: 1.06rem; line-height: 1.7; border-inline-start: 0.2rem solid var(--strong-line);
  padding-inline-start: 0.8rem; text-align: start; }
.mark { font-weight: 600; font-size: 0.85rem; color: var(--soft); margin-inline-end: 0.35rem; }
.scroll { overflow-x: auto; margin-block-end: 0.8rem; } .scroll > table { margin: 0; }
.tall { max-block-size: 30rem; overflow-y: auto; }
table { border-collapse: collapse; inline-size: 100%; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--soft); padding-block-end: 0.3rem; }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.6rem; border-block-end: 0.06rem solid var(--line); }
thead th { border-block-end: 0.12rem solid var(--strong-line); white-space: nowrap; } th { font-weight: 600; }
td.n, th.n { text-align: end; } td.n { white-space: nowrap; }
td .under, th .under { display: block; font-weight: 400; font-size: 0.82rem; color: var(--soft); }
th.group { background: var(--raised); font-weight: 600; } .brief-line { display: block; font-size: 0.9rem; color: var(--soft); }
.wide { font-size: 0.85rem; } .wide th, .wide td { padding: 0.3rem 0.4rem; } .wide thead th { white-space: normal; }
.wide th:first-child { min-inline-size: 13rem; } .wide .rests { min-inline-size: 6rem; }
.wide td:nth-child(2) { min-inline-size: 5.5rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 0.7rem; padding: 0;
  list-style: none; }
.sides > li { border: 0.06rem solid var(--line); border-radius: 0.3rem; padding: 0.6rem 0.8rem; }
.sides .said { font-size: 1.2rem; font-weight: 600; display: block; }
figure { border: 0.06rem solid var(--line); border-radius: 0.3rem; padding: 0.8rem; }
figure figcaption { font-weight: 600; margin-block-end: 0.4rem; }
figure .about { font-weight: 400; color: var(--soft); font-size: 0.875rem; display: block; }
figure .scroll { margin: 0; } figure svg { display: block; inline-size: 100%; block-size: auto; min-inline-size: 40rem; }
ul.key { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; font-size: 0.875rem; }
ul.key svg { display: inline-block; inline-size: 2.2rem; min-inline-size: 0; block-size: 0.9rem;
  vertical-align: middle; margin-inline-end: 0.4rem; }
svg text { font-family: inherit; font-size: 12px; fill: var(--ink); }
svg .halo { paint-order: stroke; stroke: var(--halo); stroke-width: 3.5px; stroke-linejoin: round; }
svg .sea { fill: var(--sea); } svg .land { fill: var(--land); }
svg .coast { fill: none; stroke: var(--border); stroke-width: 0.6; }
svg .place { fill: var(--ink); stroke: var(--halo); stroke-width: 1.2; }
svg .placename { font-weight: 600; } svg .loss-text { fill: var(--loss-text); font-weight: 600; }
svg .gain-text { fill: var(--gain-text); font-weight: 600; }
svg .arrow { fill: none; } svg .calm { opacity: 0.62; } svg .same { stroke: var(--same); } svg .loss { stroke: var(--loss); }
svg .gain { stroke: var(--gain); } svg .idle { stroke: var(--same); stroke-dasharray: 2 4; stroke-width: 1.2; }
svg .head-same { fill: var(--same); } svg .head-loss { fill: var(--loss); } svg .head-gain { fill: var(--gain); }
svg .axis { stroke: var(--strong-line); stroke-width: 1; } svg .grid { stroke: var(--line); stroke-width: 0.7; }
svg .tick { fill: var(--soft); font-size: 11.5px; }
svg .line { fill: none; stroke-width: 2.4; stroke-linejoin: round; } svg .band { stroke: none; opacity: 0.22; }
svg .s0 { stroke: var(--same); stroke-dasharray: 7 4; } svg .s1 { stroke: var(--gain); } svg .s2 { stroke: var(--loss); stroke-dasharray: 2 3; }
svg .s3 { stroke: var(--ink); stroke-dasharray: 9 3 2 3; }
svg .f0 { fill: var(--same); } svg .f1 { fill: var(--gain); } svg .f2 { fill: var(--loss); } svg .f3 { fill: var(--ink); }
svg .whisker { stroke: var(--ink); stroke-width: 1.3; fill: none; }
footer { border-block-start: 0.06rem solid var(--line); margin-block-start: 3rem; padding-block: 1rem 2rem;
  color: var(--soft); font-size: 0.875rem; }
@media (max-width: 34rem) { html { font-size: 0.97rem; } header, main, footer, nav.contents { padding-inline: 0.9rem; }
  dl.pairs { grid-template-columns: 4.8rem 1fr; column-gap: 0.6rem; font-size: 0.93rem; }
  .scroll > table { min-inline-size: 33rem; } .scroll > table.wide { min-inline-size: 48rem; } h1 { font-size: 1.6rem; }
  figure { padding: 0.5rem; } .wide th:first-child { min-inline-size: 11rem; } }
@page { size: A4; margin: 17mm 15mm 18mm; }
@media print { :root { color-scheme: light; --ground: #ffffff; --raised: #f5f6f8; --ink: #000000; --soft: #3a3f45; --line: #bbbbbb;
    --strong-line: #777777; --link: #000000; --sea: #eef2f5; --land: #fdfcfa; --border: #aaa79d; --same: #7d858f;
    --loss: #d55e00; --gain: #0072b2; --loss-text: #8f3e00; --gain-text: #004c78; --band: #0072b2; --halo: #ffffff; }
  html { font-size: 9.6pt; } body { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  header, main, footer, nav.contents { max-inline-size: none; padding-inline: 0; }
  .skip, nav.contents { display: none; } a { text-decoration: none; } a.num { text-decoration: none; }
  a[href^="http"]::after { content: " <" attr(href) ">"; color: var(--soft); font-size: 0.85em; overflow-wrap: anywhere; }
  section.page { break-before: page; border: 0; margin: 0; } section.page.first { break-before: auto; }
  h1, h2, h3, h4, caption { break-after: avoid; } figure, tr, .brief-answer, .sides > li { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; } thead { display: table-header-group; }
  .scroll, .tall { overflow: visible; max-block-size: none; } .scroll > table, .scroll > table.wide { min-inline-size: 0; } figure svg { min-inline-size: 0; }
  .wide th:first-child { min-inline-size: 0; } table { font-size: 8.6pt; } th, td { padding: 0.2rem 0.35rem; }
  thead th { white-space: normal; } td.n { white-space: normal; } figure { border: 0; padding: 0; } :target { box-shadow: none; background: none; } }
`
