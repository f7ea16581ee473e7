import Diagnostics
import Files
import Preview
import Publishing
import SystemPackage
import Workspace

/// The catalogue that `serve` shows: the living catalogue and the edition that stands.
actor PreviewedCatalogue {
  private let root: FilePath
  private let catalogue: LivingCatalogue
  private let workers: Int
  private let language: MessageLanguage
  private var edition: LivingEdition?
  /// The warnings that the terminal was told last.
  private var told: [UInt8] = []
  /// What the terminal was told last of the history.
  private var toldRemark: String?

  init(root: FilePath, baseURL: String?, workers: Int, language: MessageLanguage) {
    self.root = root
    catalogue = LivingCatalogue(root: root, baseURL: baseURL, workers: workers)
    self.workers = workers
    self.language = language
  }

  /// Looks at the catalogue, and gives the new edition or tells why there is none.
  func renew() async -> Renewal {
    do {
      let look = try await catalogue.look()
      if !look.isNew { return .none(.unchanged) }
      guard !look.site.report.hasErrors, let map = look.site.map else {
        let report = Console.text(of: look.site.report, in: language)
        return .none(.failed(diagnosticsText: String(decoding: report, as: UTF8.self)))
      }
      // Readers of pages come first: the index is made by all processors but one.
      let next = LivingEdition(look.site, map, after: edition, workers: max(1, workers - 1))
      edition = next
      // The page that was saved comes before what the terminal is told.
      Task { tell(of: look.site) }
      return .edition(ServedEdition(edition: next), warnings(of: look.site.report))
    } catch {
      return .none(.trouble(Trouble.sentence(of: error, in: language)))
    }
  }

  /// The warnings as the page tells them.
  private func warnings(of report: DiagnosticReport) -> PreviewWarnings? {
    let count = report.count(of: .warning)
    if count == 0 { return nil }
    let text = Console.text(of: report, in: language)
    return PreviewWarnings(text: String(decoding: text, as: UTF8.self), count: count)
  }

  /// Tells the terminal of a new edition: its warnings, unless they are those that were told last, and its
  /// numbers.
  private func tell(of site: CheckedSite) {
    var report = site.report
    var warnings = Console.text(of: report, in: language)
    if warnings != told {
      report = Self.standing(report, in: root)
      warnings = Console.text(of: report, in: language)
    }
    let isToldBefore = warnings == told
    if !isToldBefore { Console.show(warnings) }
    told = warnings
    let remark = site.historyRemark?.text(in: language)
    if let remark, remark != toldRemark { Console.complain("mokuroku: " + remark) }
    toldRemark = remark
    let summary = BuildSummary.previewed(site, report, isToldBefore: isToldBefore)
    Console.say(summary.text(in: language))
  }

  /// A report without warnings about the names of files that are not there any more, such as one that
  /// `sed -i` writes beside the file that it edits.
  static func standing(_ report: DiagnosticReport, in root: FilePath) -> DiagnosticReport {
    let files = FileStore()
    return report.leavingOut { fault in
      guard fault.code == .fileName, fault.severity == .warning else { return false }
      do {
        return try files.status(of: root.appending(fault.range.path)) == nil
      } catch {
        return false
      }
    }
  }
}

/// A living edition as the preview asks it, with the list of its files.
struct ServedEdition: PreviewEdition {
  let edition: LivingEdition

  func hasFile(at path: String) -> Bool { edition.hasFile(at: path) }

  func bytes(at path: String) async throws -> [UInt8]? {
    if path == Manifest.name {
      return try await Manifest.of(edition).json(version: ToolVersion.text)
    }
    return try await edition.bytes(at: path)
  }
}
