import ParleyDomain
import ParleyService

/// What a request asks for, once its fields were read.
struct Asked {
  var ask: ChangeRequest.Ask
  var words = Wording()

  init(_ command: Command, _ words: Wording = Wording()) {
    ask = .command(command)
    self.words = words
  }

  init(acceptingOffer number: Int) {
    ask = .acceptOffer(number: number)
  }

  init(_ ask: ChangeRequest.Ask, _ words: Wording = Wording()) {
    self.ask = ask
    self.words = words
  }

  init(publishing note: NoteReference, items: [Int], _ words: Wording) {
    ask = .publishNote(note, items: items)
    self.words = words
  }

  /// With one more text.
  init(_ command: Command, _ path: String, _ text: String) {
    self.init(command)
    words.add(path, text)
  }
}

/// Which etag a request carries, and whether it must.
enum EtagUse {
  case ofDispute
  /// The act binds people: what it binds to must have been read.
  case ofDisputeRequired
  case ofOffer(Int)
  /// Required: that of the agreement.
  case ofAgreement
}
