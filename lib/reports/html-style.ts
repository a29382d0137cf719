/** The style of a report in one file: the colours and measures of the interface (app/styles/tokens.css), no more. */
export const STYLE = `
:root{color-scheme:light dark;
--paper:light-dark(#fff,#131417);--paper-2:light-dark(#f6f6f3,#1b1d21);
--ink:light-dark(#17181b,#ecebe6);--ink-2:light-dark(#46484e,#c1c2c5);--ink-3:light-dark(#5f626a,#a1a3a9);
--rule:light-dark(#dcdcd6,#33363d);--rule-ink:light-dark(#17181b,#ecebe6);
--pencil:light-dark(#1b4ea3,#94b8f6);--pencil-wash:light-dark(#e6edf9,#1f2c45);
--stop:light-dark(#a3241a,#f4a196);--stop-wash:light-dark(#fbeeec,#3a1f1c);
--care:light-dark(#7a5100,#e2bd72);--care-wash:light-dark(#faf3e2,#342a15);
--pass:light-dark(#1d6638,#8fd0a4);--pass-wash:light-dark(#ebf5ee,#18301f);
--serif:"Newsreader","Source Serif 4","Noto Serif","Noto Naskh Arabic","Iowan Old Style",Georgia,"Times New Roman",serif;
--sans:"Public Sans","Libre Franklin","Noto Sans","Noto Sans Arabic","Segoe UI",system-ui,"Helvetica Neue",Arial,sans-serif}
@media (prefers-contrast:more){:root{--ink-2:var(--ink);--ink-3:var(--ink);--rule:var(--ink)}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-block:24px}
body{margin:0;background:var(--paper);color:var(--ink);font:400 0.875rem/1.45 var(--sans);overflow-wrap:break-word}
main,header,footer{max-width:1180px;margin-inline:auto;padding-inline:clamp(16px,4vw,48px)}
header{padding-block:32px 24px}
h1,h2{font-weight:500;letter-spacing:-.01em;margin:0;font-family:var(--serif);text-wrap:balance}
h1{font-size:clamp(1.75rem,1.3rem + 2vw,2.75rem);line-height:1.12;max-width:22em}
h2{font-size:1.25rem;line-height:1.2}
p{margin:0}
a{color:var(--pencil);text-underline-offset:.18em}
a:focus-visible,summary:focus-visible{outline:2px solid var(--pencil);outline-offset:2px;border-radius:2px}
.kicker{color:var(--ink-2);font-size:.8125rem;margin-bottom:12px}
.kicker b{color:var(--ink);font-weight:600}
.verdict{font-family:var(--serif);font-size:1.25rem;line-height:1.4;margin-top:16px;max-width:36em}
.counts{display:flex;flex-wrap:wrap;gap:8px 24px;list-style:none;padding:16px 0 0;margin:24px 0 0;border-top:1px solid var(--rule-ink)}
.counts li{display:flex;gap:8px;align-items:baseline}
.counts b{font-weight:600;font-variant-numeric:tabular-nums}
.searched{color:var(--ink-2);margin-top:16px;max-width:70em}
.row{display:grid;grid-template-columns:minmax(0,36rem) minmax(0,1fr);gap:0 48px;padding-block:10px;border-top:1px solid transparent}
.row--found{padding-block:18px;border-top-color:var(--rule)}
.row--found + .row:not(.row--found){border-top-color:var(--rule)}
.said{font:400 1.1875rem/1.6 var(--serif);white-space:pre-wrap}
.said--headline{font-size:1.5rem;line-height:1.25;font-weight:500}
.said--caption,.said--note,.said--cell{font-size:1rem;color:var(--ink-2)}
.said--quote{padding-inline-start:20px;border-inline-start:3px solid var(--rule)}
.said--item{padding-inline-start:20px}
mark{color:inherit;background:none;padding-block:.1em;text-underline-offset:.24em;text-decoration-skip-ink:none;text-decoration-thickness:2px;
-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.pass{text-decoration-line:underline;text-decoration-style:solid;text-decoration-color:var(--pass);text-decoration-thickness:1px}
mark.care{background:var(--care-wash);text-decoration-line:underline;text-decoration-style:dashed;text-decoration-color:var(--care)}
mark.stop{background:var(--stop-wash);text-decoration-line:underline;text-decoration-style:wavy;text-decoration-color:var(--stop);text-decoration-thickness:1.5px}
mark:target{outline:2px solid var(--pencil);outline-offset:2px}
.n{font:600 .6875rem/1 var(--sans);text-decoration:none;vertical-align:super;padding:2px 4px;margin-inline:2px 1px;border-radius:2px;color:var(--paper);background:var(--ink-2);white-space:nowrap}
.n.pass{background:none;color:var(--pass);box-shadow:inset 0 0 0 1px var(--pass)}
.n.care{background:var(--care)}.n.stop{background:var(--stop)}
.finding{padding-bottom:16px}
.finding + .finding{border-top:1px solid var(--rule);padding-top:14px}
.finding:last-child{padding-bottom:0}
.finding:target .label{outline:2px solid var(--pencil);outline-offset:3px;border-radius:2px}
.label{display:flex;flex-wrap:wrap;gap:2px 8px;align-items:baseline;font-weight:600}
.label .by{font-weight:400;color:var(--ink-2)}
.label svg{width:.8em;height:.8em;flex:none;align-self:center}
.pass>.label svg,.key.pass svg{color:var(--pass)}.care>.label svg,.key.care svg{color:var(--care)}.stop>.label svg,.key.stop svg{color:var(--stop)}
.key{display:inline-flex;align-items:baseline;gap:6px}.key svg{width:.75em;height:.75em;align-self:center}
dl{display:grid;grid-template-columns:4.5rem minmax(0,1fr);gap:4px 12px;margin:8px 0 0}
dt{color:var(--ink-3);font-size:.8125rem}
dd{margin:0}
dd.words{font:400 1rem/1.45 var(--serif)}
.only{font-weight:600;text-decoration:underline solid 3px var(--pencil);text-underline-offset:.2em;text-decoration-skip-ink:none}
.finding.stop .only{text-decoration-color:var(--stop)}
.around{color:var(--ink-2)}.around b{color:var(--ink);font-weight:400;text-decoration:underline 1px}
.fine .label{font-weight:400}.fine .label strong{font-weight:600}
details{margin-top:8px}summary{cursor:pointer;color:var(--pencil)}
details ul{margin:6px 0 0;padding-inline-start:18px}
.none{color:var(--ink-2)}
footer{padding-block:32px 48px;margin-top:32px}
footer>div{border-top:1px solid var(--rule-ink);padding-top:16px}
.labels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));gap:12px 32px;margin:16px 0 0}
.labels div{display:grid;gap:2px;align-content:start}
.labels dt{color:var(--ink);font-weight:600;font-size:.875rem}
.labels dd{color:var(--ink-2)}
.labels{grid-auto-rows:auto}
.made{color:var(--ink-3);margin-top:24px;font-size:.8125rem}
@media (max-width:820px){.row{grid-template-columns:minmax(0,1fr);gap:14px}.row--found .notes{padding-inline-start:14px;border-inline-start:3px solid var(--rule)}.said{font-size:1.125rem}.said--headline{font-size:1.375rem}}
@media (forced-colors:active){mark{color:CanvasText}.n{border:1px solid}}
@media print{:root{color-scheme:light}@page{margin:16mm}body{font-size:9pt}
header,main,footer{max-width:none;padding-inline:0}header{padding-block:0 12pt}
.row{grid-template-columns:minmax(0,1.15fr) minmax(0,1fr);gap:0 18pt;padding-block:5pt}.row--found{padding-block:8pt}
.said{font-size:11pt;line-height:1.5}.finding{break-inside:avoid}.row--found .notes{padding:0;border:0}
details::details-content{display:block;content-visibility:visible;block-size:auto}a{color:inherit;text-decoration:none}
mark,.n{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
