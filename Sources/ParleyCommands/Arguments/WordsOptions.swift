package import ArgumentParser

/// A text given as an option, read from a file or standard input, or written in the editor.
package struct WordsOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The text.", valueName: "text"))
  package var text: String?

  @Option(help: ArgumentHelp("Read the text from a file; - is standard input.", valueName: "file"))
  package var file: String?

  package init() {}

  package mutating func validate() throws {
    if text != nil, file != nil { throw ValidationError("Give --text or --file, not both.") }
  }
}
