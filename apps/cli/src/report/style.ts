import { darkTheme, lightTheme, themeProperties } from './palette.ts';

const steps = Array.from(
  { length: 11 },
  (_, index) => `.s${index}{background:var(--s${index});color:var(--t${index})}`,
);

/** The whole style sheet of a page: light, dark, phone, desk and paper. */
export const pageStyle = `
:root{color-scheme:light dark;${themeProperties(lightTheme)};
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
--serif:ui-serif,Charter,"Bitstream Charter","Iowan Old Style","Noto Serif",Georgia,serif;
--mono:ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{${themeProperties(darkTheme)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 var(--sans);font-variant-numeric:tabular-nums lining-nums}
.page{max-width:62rem;margin:0 auto;padding:clamp(1.5rem,5vw,4.5rem) clamp(1rem,4vw,2.5rem) 3rem}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:9}
.unseen,.unseen *{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
bdi,h1,h2,h3,p,li,dd,th{overflow-wrap:anywhere}

.kicker{margin:0 0 .75rem;color:var(--quiet);font-size:.875rem;letter-spacing:.02em}
h1,h2,h3,h4{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.6rem,1.1rem + 2.2vw,2.6rem);letter-spacing:-.012em;margin:0 0 1rem;max-width:36ch}
h1.long{font-size:clamp(1.3rem,1.1rem + 1vw,1.75rem);line-height:1.3;max-width:50ch;text-wrap:pretty}
h2{font-size:1.5rem;margin:0 0 1rem}h3{font-size:1.2rem;margin:0 0 .75rem}h4{font-size:1rem;margin:0 0 .5rem}
@media (min-width:30rem){h1 .short,.verdict .short{white-space:nowrap}}
p,.lede,dl,figcaption,.surprises{max-width:68ch}
.lede{font-size:1.0625rem;color:var(--quiet);margin:0 0 1.5rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1rem 1.5rem;margin:2rem 0 0;padding:1.25rem 0;border-block:1px solid var(--rule);max-width:none}
.facts div{min-width:0}.facts dt{color:var(--quiet);font-size:.8125rem}.facts dd{margin:0;font-size:1.375rem;line-height:1.3}.facts small{font-size:.8125rem;color:var(--quiet)}
section{margin-top:clamp(2.5rem,6vw,4rem)}
article{margin-top:4.5rem;padding-top:2rem;border-top:3px solid var(--ink)}
.verdict{font:600 1.15rem/1.4 var(--serif);margin:0 0 1rem;max-width:60ch}
figure{margin:0}figcaption{color:var(--quiet);font-size:.875rem;line-height:1.5;margin-top:.75rem}
.scroll{overflow-x:auto;overscroll-behavior-x:contain}
svg{display:block;max-width:100%;font:14px var(--sans);font-variant-numeric:tabular-nums}
svg text{fill:var(--ink)}
.quiet,small{color:var(--quiet)}small{display:block;font-weight:400;font-size:.8125rem}

.forest{width:100%;height:auto}.forest.narrow{display:none;max-width:30rem}
.forest .group{fill:var(--shade)}.bracket{fill:none;stroke:var(--mark);stroke-width:1.5}
.grid{stroke:var(--rule);stroke-width:1}.reference,.diagonal{stroke:var(--mark);stroke-width:1.25;stroke-dasharray:4 3}
svg .tick,svg .axis-title,svg .before{fill:var(--quiet);font-size:12px}
.interval{stroke:var(--mark);stroke-width:2.5;stroke-linecap:round}.point{fill:var(--ink);stroke:var(--paper);stroke-width:1.5}
.accented .interval{stroke:var(--accent)}.accented .point{fill:var(--accent)}.accented .label,.accented .figure{font-weight:600}
@media (max-width:47.5rem){.forest.wide{display:none}.forest.narrow{display:block}}

table{border-collapse:collapse;font-size:.9375rem}caption,.caption{text-align:left;color:var(--quiet);font-size:.875rem;padding-bottom:.75rem;caption-side:top}.caption{margin:0}figure+.scroll{margin-top:1.5rem}
th,td{padding:.4rem .75rem;text-align:right;vertical-align:baseline;white-space:nowrap}
tbody th{text-align:left;font-weight:500;white-space:normal;min-width:9rem}
thead th{font-size:.8125rem;font-weight:600;color:var(--quiet);border-bottom:1.5px solid var(--ink);vertical-align:bottom}
tbody tr{border-bottom:1px solid var(--rule)}tbody tr:hover{background:var(--shade)}
table:not(.sortable) thead th:first-child,.overview thead th:first-child{text-align:left}
.sortable{width:100%}.sortable:not(.overview) thead th:nth-child(2){text-align:left}.sortable[data-order=board] tr.head{border-top:2px solid var(--mark)}
.none{color:var(--quiet)}
.sort{all:unset;font:inherit;color:inherit;box-sizing:border-box}.sort:enabled{cursor:pointer}.sort:enabled:hover{color:var(--accent)}
.sort:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
[aria-sort=ascending] .sort:enabled::after{content:" ↑";color:var(--accent)}[aria-sort=descending] .sort:enabled::after{content:" ↓";color:var(--accent)}
.tools{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin-bottom:1rem;font-size:.875rem;color:var(--quiet)}.tools[hidden]{display:none}
.tools button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--mark);border-radius:6px;padding:.4rem .8rem;cursor:pointer}
.tools button:hover{border-color:var(--accent);color:var(--accent)}

.choice{border:0;padding:0;margin:0 0 1rem;display:flex;flex-wrap:wrap;align-items:center;font-size:.875rem}
.choice legend{float:left;padding:0;margin-right:.75rem;color:var(--quiet)}
.choice input{position:absolute;opacity:0}.choice label{border:1px solid var(--mark);padding:.35rem .8rem;cursor:pointer}
.choice label:first-of-type{border-radius:6px 0 0 6px}.choice label:last-of-type{border-radius:0 6px 6px 0;margin-left:-1px}
.choice input:checked+label{background:var(--accent);border-color:var(--accent);color:var(--paper)}
.choice input:focus-visible+label{outline:3px solid var(--accent);outline-offset:2px}
.heat{--cell:1.75rem;font-size:.75rem;border-collapse:separate;border-spacing:1px}.heat td,.heat th{padding:0;border:0}.heat tr,.heat tr:hover{border:0;background:none}
@media (min-width:70rem){.breakout{width:min(94vw,90rem);margin-left:calc(50% - min(94vw,90rem)/2)}.breakout>.scroll{display:flex}.breakout .heat{margin:0 auto}.breakout figcaption{max-width:57rem;margin-inline:auto}}
.heat.roomy{--cell:2.6rem;font-size:.8125rem}
.heat tbody th{position:sticky;left:0;background:var(--paper);padding-right:.6rem;white-space:nowrap;text-align:right;font-weight:400;min-width:0}
.heat thead th{vertical-align:bottom;border:0;font-weight:400;color:var(--ink);font-size:.75rem}
.heat thead span{writing-mode:vertical-rl;transform:rotate(180deg);display:inline-block;margin:0 auto;padding-top:.4rem;max-height:11.5rem}
.heat thead th{text-align:center}.heat tbody td{min-width:var(--cell)}.heat td b{display:block;line-height:calc(var(--cell)*.9);text-align:center;font-weight:400;border-radius:2px}
.heat .self{background:linear-gradient(to top right,transparent 47%,var(--rule) 48% 52%,transparent 53%)}
.predicted{display:none!important}
section:has(input[value=predicted]:checked) .heat .observed{display:none}section:has(input[value=predicted]:checked) .heat .predicted{display:block!important}
.scale{display:inline-flex;vertical-align:middle;align-items:center;gap:.35rem;margin-right:.5rem}.scale b{width:1rem;height:.75rem}.scale b+b{margin-left:-.35rem}
${steps.join('')}

.beside{display:grid;grid-template-columns:minmax(0,30rem) minmax(0,1fr);gap:2rem}@media (max-width:56rem){.beside{grid-template-columns:minmax(0,1fr)}}
.scatter{width:100%;max-width:30rem;height:auto;font-size:12px}.pair{fill:var(--mark);fill-opacity:.45;stroke:var(--paper);stroke-width:.5}
.pair.surprising{fill:var(--warning);fill-opacity:.9}svg .number{fill:var(--warning);font-weight:700}
.surprises{font-size:.9375rem}.surprises p{margin:.25rem 0 .75rem;color:var(--quiet)}.surprises ol{padding-left:1.5rem;margin:0}.surprises li{margin-bottom:.5rem}
@media (max-width:30rem){.scatter,.scatter .tick,.scatter .axis-title{font-size:14px}}

.mix svg{width:100%;height:1.75rem;border-radius:4px}.mix-a{fill:var(--mix-0);background:var(--mix-0)}.mix-b{fill:var(--mix-1);background:var(--mix-1)}.mix-tie{fill:var(--mix-2);background:var(--mix-2)}.mix-bad{fill:var(--mix-3);background:var(--mix-3)}
.keys{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding:0;margin:.75rem 0 2rem;font-size:.9375rem}.key{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-right:.45em}
.bars{width:100%}.bars tbody tr{border:0}.bars th,.bars td{padding:.2rem 0}.bars tbody th{font-weight:400;width:34%;max-width:17rem;padding-right:1rem}.bars td.bar{width:auto}.bars td:last-child{width:5.5rem}
.bars svg{width:100%;height:.7rem;fill:var(--mark)}
dl.method{display:grid;grid-template-columns:minmax(7rem,auto) minmax(0,1fr);gap:.35rem 1.5rem;margin:0 0 1.5rem;max-width:none}.method dt{color:var(--quiet)}.method dd{margin:0;max-width:62ch}
@media (max-width:30rem){dl.method{grid-template-columns:1fr}.method dt{margin-top:.5rem}}
.warnings{list-style:none;padding:0;margin:0 0 1.5rem}.warnings li{border-left:3px solid var(--warning);padding:.35rem 0 .35rem 1rem;color:var(--warning);margin-bottom:.5rem;max-width:68ch}
.rejected{margin-bottom:1.5rem}details{margin-top:1rem}summary{cursor:pointer;color:var(--accent);padding:.25rem 0}
pre{background:var(--shade);padding:1rem;border-radius:6px;font:.8125rem/1.5 var(--mono)}code{font-family:var(--mono);font-size:.9em;overflow-wrap:anywhere}
.contents{columns:14rem;padding-left:1.2rem;margin:0 0 2rem}.contents li{break-inside:avoid;margin-bottom:.25rem}
.overview tbody th{position:sticky;left:0;background:var(--paper)}.overview .first{color:var(--accent);font-weight:600}.overview td small{display:inline;margin-left:.5em}
footer{margin-top:4.5rem;padding-top:1.25rem;border-top:1px solid var(--rule);color:var(--quiet);font-size:.875rem}

@media print{:root{${themeProperties({ ...lightTheme, paper: '#ffffff' })}}
@page{margin:18mm 16mm}body{font-size:10pt}.page{max-width:none;padding:0}.tools,.choice,.skip{display:none}
.forest.wide{display:block;width:auto;max-height:205mm}.forest.narrow{display:none}.scroll{overflow:visible}figure,tr,.facts,li{break-inside:avoid}h2,h3,h4,caption{break-after:avoid}
section{margin-top:2rem}article{break-before:page}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
