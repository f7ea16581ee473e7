import ByteWriting
import CatalogueExport
import CatalogueModel
import CatalogueViews
import Diagnostics
import Preview
import TestSupport
import Testing
import Workspace

/// `data/titles.tsv`: the path and the title of every record that is shown.
private struct TitleList: Export {
  func outputs(of catalogue: Catalogue) -> [Output] {
    [
      Output(path: "data/titles.tsv", kind: .export, label: "すべての項目のパスと題（TSV）") { out in
        for index in catalogue.records.indices where !catalogue.collection(of: index).isHidden {
          out.append(unescaped: catalogue.path(of: index))
          out.append("\t")
          out.append(unescaped: catalogue.records[index].title.value)
          out.append("\n")
        }
      }
    ]
  }
}

@Suite("A new export: a file and a line in Exports.all")
struct NewExportTests {
  private let repertoire = Repertoire(exports: Exports.all + [TitleList()])
  private let catalogue = TestCatalogue(templates: [:]) {
    TestRecord(
      "programmes/tia", "つくば", "ministries: [文部科学省]", body: "[題の一覧](/data/titles.tsv)を見る。")
    TestRecord("ministries/mext", "文部科学省")
  }

  @Test("its file is written, can be linked to, and is offered on the page of the data")
  func makesFile() async throws {
    let site = await catalogue.checked(repertoire: repertoire)
    #expect(site.report.diagnostics.isEmpty)
    let list = "programmes/tia/\tつくば\nministries/mext/\t文部科学省\n"
    #expect(try site.text(at: "data/titles.tsv") == list)
    #expect(try site.text(at: "programmes/tia/index.html").contains("data/titles.tsv"))
    let page = try site.text(at: "data/index.html")
    #expect(page.contains("data/titles.tsv\">titles.tsv</a> すべての項目のパスと題（TSV）"))
  }

  @Test("the preview knows what it is by the end of its name")
  func hasContentType() {
    #expect(ContentType.of("data/titles.tsv").hasPrefix("text/tab-separated-values"))
  }

  @Test("without its line the link leads nowhere")
  func needsLine() async {
    #expect(await catalogue.diagnostics().map(\.code) == [.unknownLink])
  }
}
