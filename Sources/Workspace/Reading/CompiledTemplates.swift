import CatalogueModel
import CataloguePages
import Diagnostics
import Mustache
import ShippedTemplates
import TextRules

/// A file that the program brings.
typealias ShippedFile = ShippedTemplates.File

/// The templates of a catalogue, compiled, with the program's own where it has none of a name that is needed.
///
/// So a new kind of page breaks nobody's own templates, and a catalogue may have few templates or none.
struct CompiledTemplates: Sendable {
  let set: TemplateSet
  /// The program's assets that its templates in use name.
  let defaultAssets: [ShippedFile]
  /// The names of the program's templates in use.
  private let defaults: Set<String>
  /// The names of the site's own templates.
  private let own: [String]
  /// What is wrong whatever the pages offer.
  private let findings: [TemplateFinding]
  private let texts: [Diagnostic]

  private static let folder = "templates/"
  private static let ending = ".mustache"

  /// Compiles the files in `templates/` and what of the program's own it takes to draw every kind of page.
  init(_ files: [SourceTree.File], kinds: [any PageKind.Type]) {
    var texts: [Diagnostic] = []
    var sources = files.map { file in
      let check = TextCheck(file.bytes)
      texts +=
        check.foreign(file.bytes, path: file.path).map { [$0.diagnostic] }
        ?? check.diagnostics(path: file.path)
      return TemplateSource(
        name: Self.name(of: String(file.path.dropFirst(Self.folder.count))), path: file.path,
        bytes: check.bytes)
    }
    own = sources.map(\.name)
    var names = Set(own)
    var wanted = Set(kinds.map { $0.template })
    var used: [ShippedFile] = []
    var compiled: (set: TemplateSet, findings: [TemplateFinding])
    // The program's templates have parts, which a catalogue may lack too.
    repeat {
      let added = ShippedTemplates.templates.filter {
        let name = Self.name(of: $0.name)
        return wanted.contains(name) && names.insert(name).inserted
      }
      used += added
      sources += added.map {
        TemplateSource(
          name: Self.name(of: $0.name), path: Self.folder + $0.name, bytes: $0.bytes)
      }
      compiled = TemplateSet.compile(sources)
      wanted = Set(compiled.findings.compactMap(\.missing))
    } while ShippedTemplates.templates.contains { file in
      let name = Self.name(of: file.name)
      return wanted.contains(name) && !names.contains(name)
    }
    set = compiled.set
    findings = compiled.findings
    self.texts = texts
    defaults = Set(used.map { Self.name(of: $0.name) })
    defaultAssets = ShippedTemplates.assets.filter { asset in
      let tag = "assets." + AssetNames.Entry(name: asset.name, path: "").templateName + "}}"
      return used.contains { $0.bytes.contains(Array(tag.utf8)) }
    }
  }

  private static func name(of file: String) -> String { String(file.dropLast(ending.count)) }

  /// What is wrong in the templates for pages of these kinds, with the names of the site's assets.
  func diagnostics(kinds: [any PageKind.Type], assets: AssetNames) -> [Diagnostic] {
    var diagnostics = texts + findings.compactMap(diagnostic) + unused(kinds)
    for kind in kinds {
      guard set.names.contains(kind.template) else {
        diagnostics.append(Self.missing(kind))
        continue
      }
      let shape = PageKinds.shape(of: kind, assets: assets)
      diagnostics += set.check(template: kind.template, against: shape).compactMap(diagnostic)
    }
    return diagnostics
  }

  /// A warning for each template of the site that no page draws: its name is most often misspelt.
  ///
  /// Where a template that is called is missing, that is the fault to be told.
  private func unused(_ kinds: [any PageKind.Type]) -> [Diagnostic] {
    if findings.contains(where: { $0.missing != nil }) { return [] }
    let reached = set.reached(from: kinds.map { $0.template })
    let free = ShippedTemplates.templates.map { Self.name(of: $0.name) }.filter {
      !own.contains($0)
    }
    return own.filter { !reached.contains($0) }.map { name in
      let meant = Nearest.words(to: name, among: free).first.map { $0 + Self.ending }
      return Diagnostic(
        .unusedTemplate,
        at: SourceRange(path: Self.folder + name + Self.ending, bytes: 0..<0),
        LocalisedText(
          "「\(name)\(Self.ending)」は、どのページもほかのテンプレートも呼び出さないので、使われません。"
            + (meant.map { "「\($0)」のつもりなら名前を直します。" } ?? ""),
          en: "no page and no other template calls '\(name)\(Self.ending)', so that it is not used"
            + (meant.map { "; if it is meant to be '\($0)', rename it" } ?? "")))
    }
  }

  /// A warning for each list that goes over several pages and whose template does not lead from one to the next.
  func withoutPager(in plan: SitePlan) -> [Diagnostic] {
    plan.listsInParts.compactMap { list in
      guard set.names.contains(list.template),
        set.use(of: list.pager, from: list.template) == nil
      else { return nil }
      let use = set.use(of: list.list, from: list.template)
      return Diagnostic(
        .listWithoutPager,
        at: SourceRange(
          path: Self.folder + (use?.template ?? list.template) + Self.ending,
          bytes: use?.range ?? 0..<0),
        LocalisedText(
          "この一覧は何ページかに分かれますが、\(list.template)\(Self.ending) に次のページへのリンクがないので、残りの項目へ行けません。"
            + "一覧のあとに {{> pager}} を書きます。",
          en:
            "the list goes over several pages, and \(list.template)\(Self.ending) does not lead to the next, "
            + "so that the rest cannot be reached; write {{> pager}} behind the list"))
    }
  }

  /// The finding for the author of the site.
  ///
  /// The program's templates are right by themselves. What they want of a template of the site's own is
  /// told there, and is no error: what they put into the block is left out.
  private func diagnostic(_ finding: TemplateFinding) -> Diagnostic? {
    guard defaults.contains(finding.template) else { return finding.diagnostic }
    guard case .unknownBlock(let name, let parent, _) = finding.kind else {
      return finding.diagnostic
    }
    return Diagnostic(
      .templateUnknownName,
      at: SourceRange(path: Self.folder + parent + Self.ending, bytes: 0..<0),
      LocalisedText(
        "「\(name)」というブロックがないので、プログラムのテンプレート「\(finding.template)」の中身が出ません。"
          + "ブロックを足すか、\(finding.template)\(Self.ending) を自分で書きます。",
        en:
          "there is no block '\(name)', so that the program's template '\(finding.template)' is not shown "
          + "whole; add the block, or write \(finding.template)\(Self.ending) yourself"),
      severity: .warning)
  }

  private static func missing(_ kind: any PageKind.Type) -> Diagnostic {
    Diagnostic(
      .templateMissing,
      at: SourceRange(path: folder + kind.template + ending, bytes: 0..<0),
      LocalisedText(
        "「\(kind.summary.japanese)」のテンプレート \(kind.template).mustache がありません。",
        en: "the template \(kind.template).mustache is missing"))
  }
}

extension TemplateFinding {
  /// The template that is missing, where that is what is wrong.
  fileprivate var missing: String? {
    if case .missingPartial(let name, _) = kind { name } else { nil }
  }
}
