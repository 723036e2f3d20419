/** For screen and paper: system fonts, black on white, no colour that carries meaning alone. */
export const STYLE = `
@page { size: A4; margin: 18mm 16mm 20mm; }
:root { color: #1f2933; background: #fff; font: 11pt/1.45 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
body { max-width: 180mm; margin: 0 auto; padding: 8mm 4mm; hyphens: auto; }
h1 { font-size: 22pt; line-height: 1.15; margin: 0 0 2mm; }
h2 { font-size: 14pt; margin: 9mm 0 2mm; border-bottom: 1.5pt solid #1d5b8f; padding-bottom: 1mm; break-after: avoid; }
h3 { font-size: 11.5pt; margin: 5mm 0 1mm; break-after: avoid; }
p { margin: 0 0 2mm; }
.meta { color: #4a5763; }
.notice { border-left: 3pt solid #1d5b8f; background: #f1f4f7; padding: 2mm 4mm; margin: 4mm 0; }
.withdrawn { border-color: #a61b1b; font-weight: 600; }
.digest { overflow-wrap: anywhere; }
figure { margin: 3mm 0; break-inside: avoid; }
figcaption, caption { font-size: 9.5pt; color: #4a5763; text-align: left; padding: 1mm 0; }
svg { width: 100%; height: auto; font-size: 13px; fill: #1f2933; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 9pt; font-variant-numeric: tabular-nums; margin: 3mm 0; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
th, td { padding: 0.8mm 1.4mm; border-bottom: 0.5pt solid #d5dbe1; text-align: right; vertical-align: bottom; }
th:first-child { text-align: left; hyphens: auto; }
thead th { border-bottom: 1pt solid #1f2933; font-weight: 600; }
tbody th { font-weight: 400; }
.upright thead th + th { writing-mode: vertical-rl; transform: rotate(180deg); text-align: left; vertical-align: middle; }
@media print { body { padding: 0; max-width: none; } .scroll { overflow: visible; } }
`;
