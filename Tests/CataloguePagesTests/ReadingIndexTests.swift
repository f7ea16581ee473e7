import CatalogueModel
import CatalogueViews
import Foundation
import JapaneseText
import Mustache
import TestSupport
import Testing

@testable import CataloguePages

@Suite("The index by reading")
struct ReadingIndexTests {
  private func index(_ readings: [String]) async throws -> ReadingIndex {
    let catalogue = try await TestCatalogue {
      readings.enumerated().map { number, reading in
        TestRecord("programmes/p\(number)", "名\(number)", yomi: reading)
      }
    }.resolved()
    return ReadingIndex(catalogue)
  }

  @Test(
    "names stand in the row and under the initial of their reading",
    arguments: [
      (["がいむ", "かがく", "きそ"], ["か か2 き1"]),
      (["ぱあと", "はあと", "ばしょ"], ["は は3"]),
      (["Zeta", "ABC", "5G", "あい"], ["あ あ1", "英数 01 A1 Z1"]),
      (["「わ」の会", "ゐど", "をた"], ["わ わ1 ゐ1 を1"]),
    ])
  func groups(_ readings: [String], _ expected: [String]) async throws {
    // Kanji are no reading, so that a sign alone may stand in front.
    let kana = readings.map { $0.replacing("の会", with: "のかい") }
    let told = try await index(kana).rows.map { row in
      let initials = row.initials.map { "\($0.initial)\($0.count)" }
      return ([row.row.heading] + initials).joined(separator: " ")
    }
    #expect(told == expected)
  }

  @Test("a long row goes over pages, and each door leads to the page on which its letter begins")
  func partsRows() async throws {
    let catalogue = TestCatalogue {
      (0..<ListPart.names + 2).map { number in
        TestRecord(
          "programmes/p\(number)", "名\(number)", yomi: number < ListPart.names - 1 ? "か" : "き")
      }
    }
    let site = try await catalogue.context()
    let paths = SitePlan(site).pages.filter { $0 is ReadingRowPage }.map(\.path)
    #expect(paths == ["index/ka/", "index/ka/2/"])
    let row = try #require(site.readings.rows.first)
    let doors = ReadingRowPage.doors(of: row).compactMap { door -> String? in
      guard case .object(let door) = door, case .text(let path)? = door["path"] else { return nil }
      return path.removingPercentEncoding
    }
    #expect(doors == ["index/ka/#initial-か", "index/ka/#initial-き"])
    let second = try #require(SitePlan(site).pages.first { $0.path == "index/ka/2/" })
    guard case .list(let initials)? = second.view(in: site)["initials"],
      case .object(let initial)? = initials.first,
      case .object(let pager)? = second.view(in: site)["pager"]
    else {
      Issue.record("no initials")
      return
    }
    #expect(initials.count == 1 && initial["is_continued"] == .flag(true))
    #expect(pager["before"] == .text("index/ka/") && pager["after"] == .text(""))
  }

  @Test("rows have names in addresses, not numbers")
  func namesRows() {
    let slugs = GojuonRow.allCases.map(\.slug)
    #expect(Set(slugs).count == slugs.count)
    #expect(slugs.allSatisfy { $0.utf8.allSatisfy { (97...122).contains($0) } })
  }
}
