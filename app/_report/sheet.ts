/** The report's only style: it needs no file beside it. Colours are those of the studio, light and dark. */
export const sheet = `
:root{color-scheme:light dark;
--background:light-dark(oklch(.985 .004 85),oklch(.165 .012 265));--surface:light-dark(oklch(1 0 0),oklch(.205 .014 265));
--foreground:light-dark(oklch(.22 .015 265),oklch(.95 .006 85));--muted:light-dark(oklch(.5 .018 265),oklch(.7 .015 265));
--accent:light-dark(oklch(.52 .17 265),oklch(.74 .13 265));--done:light-dark(oklch(.5 .12 155),oklch(.78 .14 155));
--failed:light-dark(oklch(.53 .19 25),oklch(.73 .15 25));--hairline:light-dark(oklch(.9 .008 85),oklch(.29 .015 265))}
*{box-sizing:border-box}
body{margin:0;background:var(--background);color:var(--foreground);font:16px/1.5 "Instrument Sans",system-ui,sans-serif}
main{max-width:68rem;margin:0 auto;padding:2rem 1rem 4rem}
h1,h2,h3{line-height:1.2;letter-spacing:-.012em;margin:0}h1{font-size:1.9rem}h2{font-size:1.3rem;margin:2.5rem 0 .75rem}h3{font-size:1rem;margin:1.25rem 0 .5rem}
p{margin:.4rem 0}.quiet{color:var(--muted);font-size:.875rem}.failed{color:var(--failed)}.done{color:var(--done)}
dl.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:.75rem;margin:1.25rem 0 0}
.facts div,.card{background:var(--surface);border:1px solid var(--hairline);border-radius:.75rem;padding:.75rem 1rem}
.facts dt{color:var(--muted);font-size:.8rem}.facts dd{margin:0;font-size:1.15rem;font-weight:600;overflow-wrap:anywhere}
.scroll{overflow-x:auto;border:1px solid var(--hairline);border-radius:.75rem;background:var(--surface)}
table{width:100%;border-collapse:collapse;font-size:.875rem}th,td{padding:.45rem .75rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{color:var(--muted);font-weight:500;font-size:.75rem}tbody tr{border-top:1px solid var(--hairline)}tbody th{font-weight:500}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;overflow-wrap:normal}
.word{white-space:nowrap;overflow-wrap:normal}
.bar{display:block;width:100%;min-width:6rem;height:.6rem;margin-top:.4rem;fill:var(--accent)}
details{border:1px solid var(--hairline);border-radius:.75rem;background:var(--surface);margin:.6rem 0}
summary{padding:.7rem 1rem;cursor:pointer;font-weight:600;overflow-wrap:anywhere}details>div{padding:0 1rem 1rem}
details[open]>summary{border-bottom:1px solid var(--hairline);margin-bottom:1rem}
.pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));gap:.75rem}
figure{margin:0}figcaption{color:var(--muted);font-size:.8rem;margin-bottom:.25rem}
figure img{display:block;width:100%;height:auto;max-height:24rem;object-fit:contain;background:#fff;border:1px solid var(--hairline);border-radius:.5rem}
a{color:var(--accent)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media(max-width:40rem){.wide{display:none}}
@media print{details{break-inside:avoid}body{background:#fff}}`;
