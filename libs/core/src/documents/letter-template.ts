/** Text and lines. Each stands on white by at least 7:1 (WCAG 2.2, 1.4.6): held by a test. */
export const COLOURS = { text: '#111111', muted: '#4a4a4a', line: '#1d3d5c', shade: '#eef2f6' } as const;

/**
 * How a letter looks, in Typst. It reads a `LetterDocument` as `data`; a string of it is shown as it is, never read as
 * markup. Headings, lists and tables with header cells become tags; the outline is made of the headings.
 */
export const LETTER_TEMPLATE = String.raw`
#let ink = rgb("${COLOURS.text}")
#let muted = rgb("${COLOURS.muted}")
#let accent = rgb("${COLOURS.line}")
#let shade = rgb("${COLOURS.shade}")
#let lines(value) = value.split("\n").map(line => [#line]).join(linebreak())
#let small(body) = text(size: 8.5pt, fill: muted, body)
#let day = data.day.split("-").map(int)

#set document(title: data.title, author: data.sender.first(), date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(lang: data.language, region: if data.language == "sv" { "SE" } else { "GB" }, size: 10.5pt, fill: ink, hyphenate: false, number-width: "tabular")
#set par(leading: 0.62em, spacing: 0.95em, justify: false)
#set page(
  paper: "a4",
  margin: (left: 28mm, right: 24mm, top: 20mm, bottom: 26mm),
  footer: context {
    let page-text = data.foot.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first()))
    line(length: 100%, stroke: 0.5pt + accent)
    v(-0.6em)
    small[#data.foot.text #h(1fr) #page-text]
  },
)
#show heading.where(level: 1): it => block(above: 1.4em, below: 1em, text(size: 17pt, weight: "bold", fill: accent, it.body))
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.7em, sticky: true, text(size: 12pt, weight: "bold", fill: accent, it.body))
#set list(indent: 0.4em, body-indent: 0.7em, spacing: 0.65em)
#set table(stroke: none, inset: (x: 6pt, y: 5pt))
#set figure.caption(position: top)
#show figure.caption: it => align(left, small(it.body))
#show figure.where(kind: table): set align(left)
#show figure: set block(breakable: true)

#if data.label != none { block(width: 100%, fill: shade, stroke: (left: 3pt + accent), inset: 7pt, par(text(weight: "bold", lines(data.label)))) }

#grid(
  columns: (1fr, 62mm),
  column-gutter: 8mm,
  {
    par(text(size: 13pt, weight: "bold", fill: accent, lines(data.sender.first())))
    par(small(data.sender.slice(1).map(lines).join(linebreak())))
  },
  for item in data.particulars { par(spacing: 1.05em, leading: 0.4em, [#small(lines(item.label)) \ #lines(item.value)]) },
)

#if data.recipient.len() > 0 {
  v(0.8em)
  par([#text(weight: "bold", lines(data.recipient.first())) #for each in data.recipient.slice(1) [ \ #lines(each) ]])
}

= #lines(data.title)

#let aligned(column) = if column.align == "end" { right } else { left }
#let show-table(part) = block(breakable: part.rows.len() > 10, figure(
  kind: table,
  supplement: none,
  numbering: none,
  caption: lines(part.caption),
  table(
    columns: part.columns.map(column => if part.rows.flatten().filter(cell => cell == "").len() > 0 { 1fr } else { auto }),
    align: part.columns.map(aligned),
    table.header(..part.columns.map(column => table.cell(fill: shade, text(weight: "bold", lines(column.title))))),
    ..part.rows.flatten().map(cell => table.cell(stroke: (bottom: 0.4pt + muted), lines(cell))),
    ..if part.total != none { part.total.map(cell => table.cell(stroke: (top: 0.8pt + accent), text(weight: "bold", lines(cell)))) },
  ),
))
#let show-blank(part) = block(breakable: false, width: 100%, above: 1.1em, below: 1.1em, {
  par(spacing: 0.5em, text(weight: "bold", lines(part.label)))
  if part.hint != "" { par(spacing: 0.6em, small(lines(part.hint))) }
  rect(width: 100%, height: part.lines * 7mm, stroke: 0.6pt + muted)
})

#for section in data.sections {
  heading(level: 2, lines(section.heading))
  for part in section.parts {
    if part.kind == "text" { par(lines(part.text)) }
    else if part.kind == "list" { list(..part.items.map(lines)) }
    else if part.kind == "table" { show-table(part) }
    else { show-blank(part) }
  }
}
`;
