import Foundation
import JapaneseText
import Testing

@testable import Diagnostics

/// Rules of SARIF 2.1.0 that its schema has, or that it cannot have.
@Suite("SARIF")
struct SARIFTests {
  private typealias Object = [String: Any]

  private func log(_ report: DiagnosticReport, prefix: String = "site") throws -> Object {
    let setting = ReportFormat.Setting(
      language: .japanese, prefix: try #require(PathPrefix(prefix)), version: "1"
    ) { DisplayWidth.columns(of: $0) }
    let bytes = ReportFormat.sarif.bytes(of: report, setting)
    let log = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? Object)
    #expect(log["version"] as? String == "2.1.0")
    #expect(Set(log.keys) == ["$schema", "version", "runs"])
    let runs = try #require(log["runs"] as? [Object])
    #expect(runs.count == 1)
    return runs[0]
  }

  /// The path that an artifact location tells, after the prefix.
  private func path(_ location: Any?) throws -> String {
    let artifact = try #require(location as? Object)
    #expect(artifact["uriBaseId"] as? String == "%SRCROOT%")
    let uri = try #require(artifact["uri"] as? String)
    #expect(uri.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: ":") })
    let path = try #require(uri.removingPercentEncoding)
    #expect(path.hasPrefix("site/"))
    return String(path.dropFirst("site/".count))
  }

  /// The UTF-16 range of a region in a text whose lines end with LF.
  private func units(_ region: Any?, in text: String) throws -> Range<Int> {
    let region = try #require(region as? [String: Int])
    #expect(Set(region.keys) == ["startLine", "startColumn", "endLine", "endColumn"])
    func place(_ line: String, _ column: String) throws -> Int {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let number = try #require(region[line])
      return try lines[..<(number - 1)].reduce(0) { $0 + $1.utf16.count + 1 }
        + #require(region[column]) - 1
    }
    return try place("startLine", "startColumn")..<place("endLine", "endColumn")
  }

  @Test("results name their rules, rules are those that occur, and all keys are the schema's")
  func joinsRules() throws {
    let run = try log(FormatTests.report)
    #expect(run["columnKind"] as? String == "utf16CodeUnits")
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    #expect(driver["name"] as? String == "mokuroku")
    let rules = try #require(driver["rules"] as? [Object])
    let results = try #require(run["results"] as? [Object])
    #expect(results.count == FormatTests.report.diagnostics.count)
    let names = try results.map { try #require($0["ruleId"] as? String) }
    #expect(Set(names) == Set(rules.compactMap { $0["id"] as? String }))
    #expect(Set(names).count == rules.count)
    let known: Set<String> = [
      "ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations", "fixes",
      "partialFingerprints",
    ]
    for (result, name) in zip(results, names) {
      #expect(Set(result.keys).isSubset(of: known))
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == name)
      #expect(["error", "warning"].contains(result["level"] as? String))
      #expect((result["partialFingerprints"] as? [String: String])?["lineText/v1"]?.count == 64)
    }
    for rule in rules {
      #expect((rule["shortDescription"] as? Object)?["text"] as? String != "")
    }
  }

  @Test("regions and fixes are those of the faults, in UTF-16 units")
  func placesRegions() throws {
    let report = FormatTests.report
    let results = try #require(try log(report)["results"] as? [Object])
    for (result, diagnostic) in zip(results, report.diagnostics) {
      func text(_ path: String) -> String {
        report.lineIndex(of: path).text(in: 0..<Int.max)
      }
      func expect(_ place: Object, _ region: String, _ range: SourceRange) throws {
        #expect(try path(place["artifactLocation"]) == range.path)
        let units = try units(place[region], in: text(range.path))
        let whole = Array(text(range.path).utf16)
        #expect(
          String(decoding: whole[units], as: UTF16.self)
            == report.lineIndex(of: range.path).text(in: range.bytes))
      }
      let places = try #require(result["locations"] as? [Object])
      #expect(places.count == 1)
      try expect(
        try #require(places[0]["physicalLocation"] as? Object), "region", diagnostic.range)
      let related = result["relatedLocations"] as? [Object] ?? []
      let notes = diagnostic.notes.compactMap(\.range)
      #expect(related.count == notes.count)
      for (place, range) in zip(related, notes) {
        try expect(try #require(place["physicalLocation"] as? Object), "region", range)
      }
      let fixes = result["fixes"] as? [Object] ?? []
      #expect(fixes.count == diagnostic.fixes.count)
      for (written, fix) in zip(fixes, diagnostic.fixes) {
        let changes = try #require(written["artifactChanges"] as? [Object])
        let replacements = try changes.flatMap { change in
          try #require(change["replacements"] as? [Object]).map { replacement in
            (
              try units(
                replacement["deletedRegion"], in: text(try path(change["artifactLocation"]))),
              (replacement["insertedContent"] as? Object)?["text"] as? String
            )
          }
        }
        #expect(replacements.count == fix.edits.count)
        for (replacement, edit) in zip(replacements, fix.edits) {
          let whole = Array(text(edit.range.path).utf16)
          #expect(
            String(decoding: whole[replacement.0], as: UTF16.self)
              == report.lineIndex(of: edit.range.path).text(in: edit.range.bytes))
          #expect(replacement.1 == edit.replacement)
        }
      }
    }
  }

  @Test("a text is neither an argument nor a link")
  func escapesMessages() throws {
    let results = try #require(try log(FormatTests.report)["results"] as? [Object])
    let messages = results.compactMap { ($0["message"] as? Object)?["text"] as? String }
    #expect(messages.contains { $0.hasPrefix("「{{経済産業章}}」は \\[登録\\](されて) いません。") })
    #expect(messages.contains { $0.hasPrefix("「[[経済産業章]]」はありません。") })
  }

  @Test("a report without faults is a run without results")
  func writesNothing() throws {
    let run = try log(DiagnosticReport([]) { _ in nil })
    #expect((run["results"] as? [Any])?.isEmpty == true)
  }
}
