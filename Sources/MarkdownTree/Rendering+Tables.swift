import ByteWriting

extension Rendering {
  /// Renders a table in a region that scrolls by itself and has a name.
  mutating func renderTable(_ table: Int, _ index: Int, _ block: Block) {
    let content = document.tables[table]
    beginLine()
    if style.isBare {
      writer.append("<table>")
    } else {
      writer.append("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
      appendLabel(content)
      writer.append("\">\n<table>")
      if !content.caption.isEmpty {
        writer.append("\n<caption>")
        renderInlines(content.caption)
        writer.append("</caption>")
      }
    }
    renderRows(content, index + 1..<block.end)
    writer.append(style.isBare ? "\n</table>\n" : "\n</table>\n</div>\n")
  }

  /// Writes the caption's text, else the heading's, with a number where the label stood before.
  private mutating func appendLabel(_ table: Table) {
    var label = document.line(of: table.caption)
    if label.isEmpty, let heading = table.heading { label = document.headings[heading].plainText }
    if label.isEmpty { label = Array("表".utf8) }
    writer.append(html: label)
    let number = tableLabels[label, default: 0] + 1
    tableLabels[label] = number
    if number > 1 {
      writer.append("（")
      writer.append(decimal: number)
      writer.append("）")
    }
  }

  private mutating func renderRows(_ table: Table, _ rows: Range<Int>) {
    var index = rows.lowerBound
    var isInBody = false
    while index < rows.upperBound {
      let row = document.blocks[index]
      guard case .tableRow(let isHeader) = row.kind else {
        index = row.end
        continue
      }
      if isHeader {
        writer.append("\n<thead>")
      } else if !isInBody {
        writer.append("\n<tbody>")
        isInBody = true
      }
      writer.append("\n<tr>")
      for cell in index + 1..<row.end { renderCell(table, document.blocks[cell], isHeader) }
      writer.append("\n</tr>")
      if isHeader { writer.append("\n</thead>") }
      index = row.end
    }
    if isInBody { writer.append("\n</tbody>") }
  }

  private mutating func renderCell(_ table: Table, _ cell: Block, _ isHeader: Bool) {
    guard case .tableCell(let column) = cell.kind else { return }
    writer.append(isHeader ? "\n<th" : "\n<td")
    if isHeader, !style.isBare { writer.append(" scope=\"col\"") }
    let alignment = column < table.alignments.count ? table.alignments[column] : .none
    switch (alignment, style.isBare) {
    case (.none, _): break
    case (.left, false): writer.append(" class=\"align-left\"")
    case (.center, false): writer.append(" class=\"align-center\"")
    case (.right, false): writer.append(" class=\"align-right\"")
    case (.left, true): writer.append(" align=\"left\"")
    case (.center, true): writer.append(" align=\"center\"")
    case (.right, true): writer.append(" align=\"right\"")
    }
    writer.append(UInt8(ascii: ">"))
    renderInlines(cell.inlines)
    writer.append(isHeader ? "</th>" : "</td>")
  }
}
