import TerminalKit
import Testing

struct ProgressBarTests {
  /// What was written, and a clock that is set by hand.
  private final class Stage {
    var written: [String] = []
    var now = Duration.zero

    func bar(
      terminals: Set<StandardStream>, unit: ProgressBar.Unit = .bytes, quiet: Bool = false,
      width: Int = 80, utf8: Bool = true, total: Int = 412_000
    ) -> ProgressBar {
      let environment = TerminalEnvironment(
        variables: ["LANG": utf8 ? "C.UTF-8" : "C"], terminals: terminals, columns: width)
      return ProgressBar(
        "carriage.pdf", total: total, unit: unit, terminal: Terminal(environment: environment),
        quiet: quiet, elapsed: { self.now }, write: { self.written.append($0) })
    }
  }

  private let stage = Stage()

  @Test func onATerminalTheLineRedrawsItself() {
    var bar = stage.bar(terminals: [.error])
    bar.update(0)
    bar.update(100_000)
    stage.now = .milliseconds(100)
    bar.update(206_000)
    bar.finish()
    bar.finish()
    bar.update(1)
    #expect(
      stage.written == [
        "\rcarriage.pdf  412 kB  ░░░░░░░░░░░░░░░░░░░░    0%\u{1B}[K",
        "\rcarriage.pdf  412 kB  ██████████░░░░░░░░░░   50%\u{1B}[K",
        "\rcarriage.pdf  412 kB  ████████████████████  100%\u{1B}[K\n",
      ])
  }

  @Test func elsewhereThereIsOneLineAtTheEnd() {
    var bar = stage.bar(terminals: [.output], unit: .items("rows"), total: 20)
    bar.update(10)
    #expect(stage.written == [])
    bar.finish()
    #expect(stage.written == ["carriage.pdf  20 rows  done\n"])
  }

  @Test func whatStopsEarlySaysHowFarItCame() {
    var bar = stage.bar(terminals: [])
    bar.update(206_000)
    bar.abandon()
    bar.finish()
    #expect(stage.written == ["carriage.pdf  206 kB of 412 kB  stopped\n"])
  }

  @Test func quietIsQuiet() {
    var bar = stage.bar(terminals: [.error], quiet: true)
    bar.update(1)
    bar.finish()
    #expect(stage.written == [])
  }

  @Test func aNarrowTerminalCutsTheLabel() {
    var bar = stage.bar(terminals: [.error], width: 42, utf8: false, total: 0)
    bar.finish()
    #expect(stage.written == ["\rcarri...  0 B  ####################  100%\u{1B}[K\n"])
  }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (1049, "1.0 kB"), (1050, "1.1 kB"),
    (9949, "9.9 kB"), (9950, "10 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"),
    (1_234_567, "1.2 MB"), (999_500_000, "1.0 GB"), (25_000_000_000_000, "25 TB"),
    (Int.max, "9223372 TB"),
  ])
  func sizesForPeople(bytes: Int, expected: String) {
    #expect(ByteCount.text(bytes) == expected)
  }
}
