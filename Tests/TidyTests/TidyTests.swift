import Testing

/// The house rules. Each test first makes sure that its rule would catch a planted fault.
struct TidyTests {
  private func planted(_ path: String, _ text: String) -> [SourceFile] {
    [SourceFile(path: path, text: text)]
  }

  private func expectNone(_ violations: [Violation]) {
    #expect(violations.isEmpty, "\(violations.map { "\n\($0)" }.joined())")
  }

  @Test func theRepositoryWasFound() {
    #expect(Repository.handwritten.count > 10)
    #expect(Repository.files.contains { $0.path == "Package.swift" })
    #expect(Repository.files.contains { $0.path == "Tests/TidyTests/TidyTests.swift" })
  }

  @Test func noFileIsTooLong() {
    let line = "let a = 1\n"
    let longest = String(repeating: line, count: FileLengthRule.linesMax)
    #expect(FileLengthRule.check(planted("Sources/A/B.swift", longest)).isEmpty)
    #expect(FileLengthRule.check(planted("Sources/A/B.swift", longest + line)).count == 1)
    print(FileLengthRule.summary(Repository.handwritten))
    expectNone(FileLengthRule.check(Repository.handwritten))
  }

  @Test func noFunctionIsTooLong() {
    func function(_ bodyLines: Int) -> [SourceFile] {
      let body = String(repeating: "    work()\n", count: bodyLines)
      return planted("Sources/A/B.swift", "struct A {\n  func b() {\n\(body)  }\n}\n")
    }
    #expect(FunctionLengthRule.check(function(FunctionLengthRule.linesMax - 2)).isEmpty)
    #expect(FunctionLengthRule.check(function(FunctionLengthRule.linesMax - 1)).count == 1)
    expectNone(FunctionLengthRule.check(Repository.handwritten))
  }

  @Test func nothingTrapsOnPurpose() throws {
    let rule = PatternRule(
      #"\btry!|\bas!|\bfatalError\("#, in: .code, reason: "would end the process")
    for fault in ["try! a()", "let b = c as! D", "fatalError(\"no\")", "\"\\(try! a())\""] {
      #expect(try rule.check(planted("Sources/A/B.swift", fault)).count == 1)
    }
    let harmless = planted("Sources/A/B.swift", "// try! a()\nlet b = \"as! fatalError(\"")
    #expect(try rule.check(harmless).isEmpty)
    expectNone(try rule.check(Repository.handwritten))
  }

  @Test func importsStayBehindTheirWalls() throws {
    for (path, line) in [
      ("Sources/ParleyClient/A.swift", "import NIOCore"),
      ("Sources/ParleyService/A.swift", "package import ParleyWire"),
      ("Tests/ParleyStoreTests/A.swift", "@testable import ParleyWire"),
      ("Sources/ParleyService/A.swift", "import JournalWire"),
      ("Sources/ParleyService/A.swift", "import struct GRDB.Row"),
    ] {
      #expect(try ImportRule.check(planted(path, line)).count == 1, "\(line)")
    }
    #expect(try ImportRule.check(planted("Sources/ParleyStore/A.swift", "import GRDB")).isEmpty)
    expectNone(try ImportRule.check(Repository.handwritten))
  }

  @Test func theDomainIsPure() throws {
    for fault in [
      "import Foundation", "public import OpenSSLKit", "import Glibc", "let now = Date()",
      "func a() async {}", "Task { }", "Int.random(in: 1...2)",
    ] {
      #expect(try PureDomainRule.check(planted("Sources/ParleyDomain/A.swift", fault)).count == 1)
      #expect(try PureDomainRule.check(planted("Sources/ParleyStore/A.swift", fault)).isEmpty)
    }
    let harmless = planted("Sources/ParleyDomain/A.swift", "struct TaskList {}  // not async")
    #expect(try PureDomainRule.check(harmless).isEmpty)
    expectNone(try PureDomainRule.check(Repository.handwritten))
  }

  @Test func theGroundKnowsNoProductWord() throws {
    let rule = PatternRule(
      "dispute|broker|mediat|arbitrat|docket|parley", in: .everything, ignoringCase: true,
      reason: "a word of the product")
    for fault in ["let parleyd = 1", "// the Broker's", "\"mediation\""] {
      #expect(try rule.check(planted("Sources/TerminalKit/A.swift", fault)).count == 1)
    }
    let ground = ["GRPCNGHTTP2", "TerminalKit", "OpenSSLKit", "PrintKit"]
    let files = Repository.files.filter { file in
      ground.contains { file.path.hasPrefix("Sources/\($0)/") }
    }
    #expect(files.count > ground.count)
    expectNone(try rule.check(files))
  }

  @Test func namesSaySomething() throws {
    for (path, line) in [
      ("Sources/A/B.swift", "final class CaseManager {"), ("Sources/A/B.swift", "enum DateUtils {"),
      ("Sources/A/B.swift", "struct StoreImpl: Store {"), ("Sources/A/DateHelper.swift", ""),
      ("Sources/A/String+Utilities.swift", ""),
    ] {
      #expect(try NameRule.check(planted(path, line)).count == 1, "\(path) \(line)")
    }
    let harmless = "struct ImplicitTerm {}\nFileManager.default\n// a Helper\n"
    #expect(try NameRule.check(planted("Sources/A/B.swift", harmless)).isEmpty)
    expectNone(try NameRule.check(Repository.handwritten))
  }

  @Test func theTopIsTidy() throws {
    #expect(TopLevelRule.check(["docs", "Package.swift", ".build", "Package.resolved"]).count == 1)
    expectNone(TopLevelRule.check(try Repository.topLevel()))
  }

  @Test func onlyTheStoreSpeaksSQL() throws {
    let rule = PatternRule(
      "CREATE TABLE|SELECT .* FROM|INSERT INTO", in: .everything, reason: "SQL")
    for fault in ["\"SELECT a FROM b\"", "sql: \"INSERT INTO a\"", "CREATE TABLE a (b)"] {
      #expect(try rule.check(planted("Sources/ParleyService/A.swift", fault)).count == 1)
    }
    #expect(try rule.check(planted("Sources/A/B.swift", "// Select one from these")).isEmpty)
    let outside = Repository.files.filter {
      $0.path.hasPrefix("Sources/") && !$0.path.hasPrefix("Sources/ParleyStore/") && !$0.isGenerated
    }
    expectNone(try rule.check(outside))
  }

  @Test func nobodyRealIsWrittenTo() throws {
    let at = "@"
    for fault in ["mail ines\(at)office.test now", "<a.b+c\(at)mail.com>", "x\(at)example.org"] {
      #expect(try AddressRule.check(planted("deploy/a.eml", fault)).count == 1)
    }
    let harmless = "ines@office.example, INES@Mail.Office.EXAMPLE. parleyd@.service @Test(.a)"
    #expect(try AddressRule.check(planted("deploy/a.eml", harmless)).isEmpty)
    let looked = Repository.files.filter { file in
      ["Sources/", "Tests/", "deploy/"].contains { file.path.hasPrefix($0) }
    }
    expectNone(try AddressRule.check(looked))
  }

  /// Where and with what this was written is nobody's concern. The words are put together here,
  /// so that this file does not break its own rule.
  @Test func nothingTellsOfTheWorkplace() throws {
    let roots = ["wo" + "rk", "ho" + "me"]
    let paths = PatternRule(
      "(?:^|[^A-Za-z0-9_.$}/~-])/(?:\(roots.joined(separator: "|")))(?:/|\\b)", in: .everything,
      reason: "a path of somebody's machine")
    let list = ["py" + "pi", "ISS" + "UE-", "[Hh]elper " + "agent", "\\bin" + "wt\\b"]
    let words = PatternRule(
      list.joined(separator: "|"), in: .everything, reason: "a word of the workplace")
    for root in roots {
      for fault in ["see /\(root)/main/x", "\"/\(root)\"", "/\(root)/a", "path=/\(root)/a"] {
        #expect(try paths.check(planted("README.md", fault)).count == 1, "\(fault)")
      }
      let harmless = planted("README.md", "a/\(root)/b https://b.example/\(root) /\(root)shop")
      #expect(try paths.check(harmless).isEmpty)
    }
    for fault in ["from py" + "pi.org", "as in ISS" + "UE-12", "a helper " + "agent"] {
      #expect(try words.check(planted("README.md", fault)).count == 1, "\(fault)")
    }
    expectNone(try paths.check(Repository.files) + words.check(Repository.files))
  }
}
