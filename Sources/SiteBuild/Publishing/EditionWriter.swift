import ByteWriting
import CatalogueExport
import CatalogueModel
import CataloguePages
import CatalogueSearch
import Mustache
import Parallelism

/// Renders the pages and exports of a checked site and hands them to the publisher.
///
/// Pages are written as they are rendered, so that a site of any size needs the memory of a few pages.
struct EditionWriter: Sendable {
  let site: SiteContext
  let plan: SitePlan
  let templates: TemplateSet
  let publisher: Publisher
  let workers: Int

  /// Writes every page, and beside a record's page its JSON.
  func writePages() async throws -> [StagedFile] {
    let renderer = PageRenderer(site: site, templates: templates)
    let publisher = publisher
    let results = await Parallel.mapChunks(plan.pages, workers: workers) { pages in
      Result {
        var out = ByteWriter(capacity: 64_000)
        var entries: [StagedFile] = []
        for page in pages {
          out.removeAll()
          try renderer.render(page, into: &out)
          let file = OutputFile(path: PagePath.file(of: page.path), bytes: out.bytes)
          entries += try publisher.write([file])
        }
        return entries
      }
    }
    return try results.flatMap { try $0.get() }
  }

  /// Writes the formats for machines: the catalogue and its records as JSON, tables, feed, sitemap.
  func writeExports() async throws -> [StagedFile] {
    let catalogue = site.catalogue
    let publisher = publisher
    let formats = await Parallel.mapChunks(Exports.all, workers: workers) { exports in
      Result { try publisher.write(exports.flatMap { outputs($0.files(of: catalogue)) }) }
    }
    let records = RecordJSON(catalogue)
    let visible = catalogue.records.indices.filter { !catalogue.collection(of: $0).isHidden }
    let single = await Parallel.mapChunks(visible, workers: workers) { indices in
      Result {
        try publisher.write(
          indices.map { index in
            var out = ByteWriter(capacity: 4_000)
            records.append(index, to: &out)
            out.append("\n")
            return OutputFile(path: catalogue.path(of: index) + "index.json", bytes: out.bytes)
          })
      }
    }
    let paths = plan.pages.map(\.path).filter { $0.isEmpty || $0.hasSuffix("/") }
    let sitemap = try publisher.write(
      outputs(Sitemap(paths: paths).files(of: catalogue.schema.site)))
    return try formats.flatMap { try $0.get() } + single.flatMap { try $0.get() } + sitemap
  }

  private func outputs(_ files: [ExportedFile]) -> [OutputFile] {
    files.map { OutputFile(path: $0.path, bytes: $0.bytes) }
  }

  /// Writes the search index.
  func writeSearch() async throws -> [StagedFile] {
    let documents = SearchDocuments(site)
    let publisher = publisher
    let results = await SearchIndex.build(
      site.catalogue.records.count, facets: documents.facets,
      options: SearchIndex.Options(workers: workers)
    ) { record in
      IndexedPage(documents.document(of: record))
    } take: { file in
      Result {
        try publisher.write([
          OutputFile(
            path: "search/" + file.path, bytes: file.bytes,
            isNamedByContent: file.isNamedByContent)
        ])
      }
    }
    return try results.flatMap { try $0.get() }
  }
}
