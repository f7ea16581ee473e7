import Foundation
import TestSupport
import Testing

@testable import JSONTree

@Suite("JSON")
struct JSONParserTests {
  private static let limits = JSONLimits(bytes: 10_000, depth: 8, values: 1000)

  private func parsed(_ bytes: [UInt8]) throws(JSONFault) -> JSONNode {
    try JSONParser.parse(bytes, limits: Self.limits)
  }

  private func written(_ text: String) throws -> String {
    String(decoding: try parsed(Array(text.utf8)).canonicalBytes, as: UTF8.self)
  }

  @Test(
    "texts of RFC 8259 are read, and nothing of them is lost",
    arguments: [
      ("null", "null"), (" true\n", "true"), ("false", "false"), ("0", "0"), ("-0", "-0"),
      ("12.50e+10", "12.50e+10"), ("1E-2", "1E-2"),
      (
        "123456789012345678901234567890",
        "123456789012345678901234567890"
      ), (#""""#, #""""#), (#""あ𠮷""#, #""あ𠮷""#),
      (#""\u3042\uD842\uDFB7""#, #""あ𠮷""#),
      (
        #""\"\\\/\b\f\n\r\t\u0000""#,
        #""\"\\/\u0008\u000c\n\r\t\u0000""#
      ), ("[]", "[]"), ("[ 1 , [ ] , {} ]", "[1,[],{}]"),
      (#"{"b":1,"a":{"d":null,"c":[2]}}"#, #"{"a":{"c":[2],"d":null},"b":1}"#),
      (#"{"a":2,"a":1}"#, #"{"a":2,"a":1}"#), (#"{"":0}"#, #"{"":0}"#),
      ("\"\u{7F}\"", "\"\u{7F}\""), ("\"\u{2028}\"", #""\u2028""#),
      ("[[[[[[[[]]]]]]]]", "[[[[[[[[]]]]]]]]"),
    ])
  func accepts(_ text: String, _ canonical: String) throws {
    #expect(try written(text) == canonical)
  }

  @Test(
    "nothing else is read",
    arguments: [
      "", " ", "nul", "nulll", "True", "NaN", "Infinity", "-", "+1", "01", "-01", "1.", ".5", "1e",
      "1e+", "1.e1", "0x1", "1 2", "\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"a\nb\"",
      "\"a\tb\"", "\"\u{0}\"", "'a'", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[1 2]",
      "[1}", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{a:1}", "{1:1}", "{\"a\" 1}",
      "{\"a\":1 \"b\":2}", "{\"a\":1]", "[] []", "//a\n1", "1/*a*/", "\u{FEFF}1", "1\u{A0}",
      "\u{C}1", "[1]\u{0}",
    ])
  func refuses(_ text: String) {
    #expect(throws: JSONFault.self) { try parsed(Array(text.utf8)) }
    #expect((try? JSONSerialization.jsonObject(with: Data("[\(text)]x".utf8))) == nil)
  }

  @Test(
    "strings are UTF-8 without halves of pairs",
    arguments: [
      Array("\"\\uD800\"".utf8), Array("\"\\uD800\\u0041\"".utf8), Array("\"\\uDC00\\uD800\"".utf8),
      Array("\"\\uD800x\"".utf8), Array("\"\\uD800\\n\"".utf8), [34, 0xFF, 34],
      [34, 0xC0, 0x80, 34], [34, 0xED, 0xA0, 0x80, 34], [34, 0xE3, 0x81, 34],
      [34, 92, 110, 0xE3, 0x81, 34], [0xFF], [91, 0xE3, 0x81, 0x82, 93],
    ] as [[UInt8]])
  func refusesOtherBytes(_ bytes: [UInt8]) {
    #expect(throws: JSONFault.self) { try parsed(bytes) }
  }

  @Test("limits hold, and each has its reason")
  func keepsLimits() {
    func reason(_ text: String) -> JSONFault.Reason? {
      do {
        _ = try parsed(Array(text.utf8))
        return nil
      } catch { return error.reason }
    }
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(reason(nested(8)) == nil)
    #expect(reason(nested(9)) == .depth)
    #expect(reason(String(repeating: "[", count: 9_000)) == .depth)
    #expect(reason(String(repeating: "{\"a\":", count: 1_000)) == .depth)
    #expect(reason("[" + String(repeating: "1,", count: 998) + "1]") == nil)
    #expect(reason("[" + String(repeating: "1,", count: 999) + "1]") == .size)
    #expect(reason("\"" + String(repeating: "a", count: 9_998) + "\"") == nil)
    #expect(reason("\"" + String(repeating: "a", count: 9_999) + "\"") == .size)
    #expect(reason("\"\\uD800\"") == .encoding)
    #expect(reason("[1") == .syntax)
  }

  @Test("each value tells its bytes")
  func tellsPlaces() throws {
    let text = #" {"あ": [1, "二\n"], "b" :null} "#
    let bytes = Array(text.utf8)
    let node = try parsed(bytes)
    func source(_ node: JSONNode?) throws -> String {
      String(decoding: bytes[try #require(node).bytes], as: UTF8.self)
    }
    #expect(try source(node) == text.trimmingCharacters(in: .whitespaces))
    #expect(try source(node["あ"]) == #"[1, "二\n"]"#)
    #expect(try source(node["あ"]?.elements?.last) == #""二\n""#)
    #expect(try source(node["b"]) == "null")
    #expect(node["c"] == nil && node["b"]?.isNull == true)
    #expect(
      try JSONParser.parse(Array(#"{"a":1,"a":2}"#.utf8), limits: Self.limits)["a"].map {
        String(decoding: $0.canonicalBytes, as: UTF8.self)
      } == "1")
  }

  @Test(
    "what was cut off or changed is read or refused, and what is read is read again as the same")
  func survivesChanges() throws {
    let whole = Array(#"{"records":[{"id":"a\u3042","n":-1.5e3,"x":[true,null,"𠮷"]}],"y":{}}"#.utf8)
    for end in whole.indices { #expect((try? parsed(Array(whole[..<end]))) == nil) }
    var random = SeededGenerator(state: 7)
    for _ in 0..<3000 {
      var bytes = whole
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
      guard let node = try? parsed(bytes) else { continue }
      #expect(try parsed(node.canonicalBytes).canonicalBytes == node.canonicalBytes)
    }
  }
}
