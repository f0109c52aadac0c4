import ArgumentParser

/// A text given as an option, read from a file or standard input, or written in the editor.
struct WordsOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The text.", valueName: "text"))
  var text: String?

  @Option(help: ArgumentHelp("Read the text from a file; - is standard input.", valueName: "file"))
  var file: String?

  init() {}

  mutating func validate() throws {
    if text != nil, file != nil { throw ValidationError("Give --text or --file, not both.") }
  }
}
