import CatalogueGraph
import CatalogueModel
import Diagnostics

/// What is known of the drafts among the records of a catalogue, and how faults that have to do with them count.
struct Drafts {
  /// The files of the drafts.
  private(set) var paths: Set<String> = []
  /// The files that only drafts show, by their paths below `content/`.
  private(set) var assets: Set<String> = []
  private var treatment = DraftTreatment.leftOut
  /// Where published records refer to drafts.
  private var references: Set<SourceRange> = []

  /// A catalogue without drafts.
  init() {}

  /// Looks for drafts in a catalogue that has them with the other records.
  init(in whole: Resolution, _ treatment: DraftTreatment) {
    self.treatment = treatment
    let catalogue = whole.catalogue
    for (index, record) in catalogue.records.indexed where record.isDraft {
      paths.insert(record.path)
      if treatment == .leftOut { assets.formUnion(Self.assets(in: catalogue.links[index])) }
    }
    if paths.isEmpty { return }
    references = Set(whole.diagnostics.filter { $0.code == .draftReference }.map(\.range))
  }

  var isEmpty: Bool { paths.isEmpty }

  /// Takes note of the published records, which may show the same files.
  mutating func note(_ published: Resolution) {
    if assets.isEmpty { return }
    for links in published.catalogue.links { assets.subtract(Self.assets(in: links)) }
  }

  private static func assets(in links: [LinkTarget]) -> [String] {
    links.compactMap { if case .asset(let path, _, _) = $0 { path } else { nil } }
  }

  /// Whether a fault of the whole catalogue is one of a draft, or of what refers to one.
  func concerns(_ fault: Diagnostic) -> Bool {
    fault.code == .draftReference || paths.contains(fault.range.path)
  }

  /// The faults as they count.
  ///
  /// Those of drafts keep nothing from being published, and where drafts are shown, neither does a reference to one.
  /// Without the drafts such a reference leads nowhere, which is told once.
  func judged(_ faults: [Diagnostic]) -> [Diagnostic] {
    let broken = brokenFiles(faults)
    if isEmpty && broken.isEmpty { return faults }
    return faults.compactMap { fault in
      if broken.contains(fault.range.path), follows(fault) { return nil }
      if fault.code == .draftReference { return treatment == .shown ? fault.asWarning : fault }
      if paths.contains(fault.range.path) { return fault.ofDraft }
      return references.contains(fault.range) ? nil : fault
    }
  }

  /// The files of drafts whose fields are written so that they cannot all be read.
  private func brokenFiles(_ faults: [Diagnostic]) -> Set<String> {
    Set(
      faults.filter {
        ($0.concernsDraft || paths.contains($0.range.path)) && $0.code != .yamlSyntax
          && ["yaml/", "front-matter/"].contains(where: $0.code.rawValue.hasPrefix)
      }.map(\.range.path))
  }

  /// Whether a fault of a broken draft only follows from how its fields are written: it is told, if it is still there,
  /// when they can be read.
  private func follows(_ fault: Diagnostic) -> Bool {
    fault.code == .yamlSyntax
      || ["field/", "record/", "name/"].contains(where: fault.code.rawValue.hasPrefix)
  }
}
