import Foundation
import IntakeReading
import ParleyIntake

/// Has bytes read as an exhibit, in this process.
struct Reader {
  private let shelf: ReadingShelf

  init() throws {
    shelf = try ReadingShelf()
  }

  /// What is answered, and the text that was put down.
  func read(_ bytes: [UInt8]) throws -> (answer: ExhibitAnswer, text: String) {
    let file = try Self.room(bytes)
    let contents = try Self.room([])
    let spool = Spool(descriptor: contents)
    let input = InputFile(descriptor: file, start: 0, end: Int64(bytes.count))
    let value = try ExhibitReading.read(input, isMail: false, shelf: shelf, spool: spool)
    let answer = try JSONDecoder().decode(ExhibitAnswer.self, from: Data(value.encoded))
    guard let place = answer.text else { return (answer, "") }
    let found = try spool.file(from: place.offset).read(at: 0, count: Int(place.bytes))
    return (answer, String(decoding: found, as: UTF8.self))
  }

  /// An open file without a name; left open, for the reader of PDF keeps it.
  static func room(_ bytes: [UInt8]) throws -> Int32 {
    var path = Array((NSTemporaryDirectory() + "/sample-XXXXXX").utf8CString)
    let descriptor = mkstemp(&path)
    unlink(path)
    guard descriptor >= 0, write(descriptor, bytes, bytes.count) == bytes.count else {
      throw POSIXError(.EIO)
    }
    return descriptor
  }
}
