import CatalogueModel
import CatalogueViews
import Diagnostics
import Mustache
import TestSupport
import Testing
import Workspace

@testable import CataloguePages

/// Pages of a catalogue that gives its fields other names than the shipped one.
@Suite("Pages ask for roles")
struct RoleViewTests {
  /// A page of a catalogue as the shipped templates draw it.
  private func html(_ path: String, of catalogue: TestCatalogue) async throws -> String {
    let checked = await (try catalogue.withShippedTemplates()).checked()
    let faults = checked.report.diagnostics.filter { $0.code != .rawHTML }
    #expect(faults.isEmpty, "\(faults.map(\.message))")
    let output = try #require(checked.map?[path + "index.html"])
    return String(decoding: try output.bytes(), as: UTF8.self)
  }

  @Test("the page of a fiscal year names who is responsible, not whom the first relation names")
  func namesOwners() async throws {
    let year = try await html("fiscal-years/2012/", of: .events)
    #expect(year.contains("href=\"../../fiscal-years/2012/city/\">市役所</a>"))
    #expect(
      year.contains("<th scope=\"col\" role=\"columnheader\">主催</th>") && !year.contains("所管"))
    #expect(!year.contains("新聞社"))
  }

  @Test("the page of a fiscal year adds the amounts of the budget, and of no other field")
  func addsAmounts() async throws {
    let year = try await html("fiscal-years/2012/", of: .events)
    #expect(year.contains("500万円") && !year.contains("400万円") && !year.contains("決算"))
    let record = try await html("events/fair/", of: .events)
    #expect(record.contains("決算") && record.contains("400万円"))
  }

  @Test("a list is sorted by the field that dates its records, of whatever type it is")
  func datesRecords() async throws {
    let list = try await html("events/", of: .events)
    #expect(list.contains("data-moment-label=\"開催\""))
    #expect(!list.contains("2020-01-01"))
    #expect(try await html("orgs/", of: .events).contains("data-moment-label=\"\""))
  }

  @Test("the home page leads to each kind under the name that the definition gives it")
  func listsKinds() async throws {
    let home = try await html("", of: .events)
    #expect(home.contains("<h2 id=\"kinds-heading\">催しの形式から探す</h2>"))
    #expect(home.contains("href=\"./events/by/style/show/\""))
    #expect(!home.contains("施策") && !home.contains("種類"))
  }

  @Test("the home page has no heading over an empty list")
  func leavesOutHeadings() async throws {
    var catalogue = TestCatalogue.events
    catalogue.records = []
    let home = try await html("", of: catalogue)
    #expect(!home.contains("kinds-heading") && !home.contains("years-heading"))
    #expect(!home.contains("<ul class=\"chips\">"))
  }

  @Test("the facts of a record say which of them has a role")
  func marksFacts() async throws {
    let site = try await TestCatalogue.events.context()
    let page = try #require(SitePlan(site).pages.first { $0.path == "events/fair/" })
    guard case .list(let facts)? = page.view(in: site)["facts"] else {
      Issue.record("no facts")
      return
    }
    let roles = facts.map { fact -> String in
      guard case .object(let fact) = fact, case .text(let key)? = fact["key"],
        case .text(let role)? = fact["role"]
      else { return "" }
      return key + "=" + role
    }
    #expect(
      roles == [
        "backers=", "hosts=responsible", "held=moment", "style=kind", "budget=", "spent=",
        "hall=place",
      ])
  }
}
